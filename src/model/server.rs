//! What was seen on the machine that this program runs on, where its owner asked for that look. Nothing is changed there.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use super::Known;

/// One thing to look at on a server.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ServerAspect {
    Listeners,
    Programs,
    Space,
    Memory,
    Kills,
    Pools,
    Services,
    /// The socket of this path, which a gateway's configuration or log names.
    Socket(String),
    /// The addresses that this name has on this machine now, which a gateway's configuration has looked up at its start.
    Name(String),
}

impl ServerAspect {
    /// Those that need nothing to be known before.
    pub const ALL: [ServerAspect; 7] = [
        ServerAspect::Listeners,
        ServerAspect::Programs,
        ServerAspect::Space,
        ServerAspect::Memory,
        ServerAspect::Kills,
        ServerAspect::Pools,
        ServerAspect::Services,
    ];
}

/// One look, and how it was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ServerLook {
    /// The files that were read and the commands that were run, as anybody can repeat them.
    pub how: Vec<String>,
    #[serde(flatten)]
    pub sight: ServerSight,
}

/// What the look showed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "kebab-case")]
pub enum ServerSight {
    Listeners {
        listeners: Known<Vec<Listener>>,
    },
    /// Gateways and application servers that run.
    Programs {
        programs: Known<Vec<Program>>,
    },
    Space {
        spaces: Known<Vec<Space>>,
    },
    Memory {
        memory: Known<Memory>,
    },
    /// Programs that the kernel ended for want of memory.
    Kills {
        kills: Known<Vec<Kill>>,
    },
    /// Pools of php-fpm, by its configuration.
    Pools {
        pools: Known<Vec<PhpPool>>,
    },
    /// Services that are not well, and those of gateways and application servers.
    Services {
        services: Known<Vec<Service>>,
    },
    Socket {
        path: String,
        socket: Known<SocketFile>,
    },
    /// What a name means on this machine.
    Name {
        name: String,
        ips: Known<Vec<IpAddr>>,
    },
}

impl ServerSight {
    /// Whether it is what a look at this shows.
    pub fn is_of(&self, aspect: &ServerAspect) -> bool {
        match self {
            ServerSight::Listeners { .. } => *aspect == ServerAspect::Listeners,
            ServerSight::Programs { .. } => *aspect == ServerAspect::Programs,
            ServerSight::Space { .. } => *aspect == ServerAspect::Space,
            ServerSight::Memory { .. } => *aspect == ServerAspect::Memory,
            ServerSight::Kills { .. } => *aspect == ServerAspect::Kills,
            ServerSight::Pools { .. } => *aspect == ServerAspect::Pools,
            ServerSight::Services { .. } => *aspect == ServerAspect::Services,
            ServerSight::Socket { path, .. } => *aspect == ServerAspect::Socket(path.clone()),
            ServerSight::Name { name, .. } => *aspect == ServerAspect::Name(name.clone()),
        }
    }

    /// Why nothing was seen: not tried and why, or how it failed.
    pub fn unseen(&self) -> Option<&str> {
        fn why<T>(known: &Known<T>) -> Option<&str> {
            match known {
                Known::Seen(_) => None,
                Known::Failed(failure) => Some(&failure.detail),
                Known::NotTried(why) => Some(why),
            }
        }
        match self {
            ServerSight::Listeners { listeners } => why(listeners),
            ServerSight::Programs { programs } => why(programs),
            ServerSight::Space { spaces } => why(spaces),
            ServerSight::Memory { memory } => why(memory),
            ServerSight::Kills { kills } => why(kills),
            ServerSight::Pools { pools } => why(pools),
            ServerSight::Services { services } => why(services),
            ServerSight::Socket { socket, .. } => why(socket),
            ServerSight::Name { ips, .. } => why(ips),
        }
    }
}

/// A TCP port at which connections are taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listener {
    pub ip: IpAddr,
    pub port: u16,
    /// Connections that nobody has taken yet, where the system tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting: Option<u32>,
    /// The program, where this user may know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<String>,
}

/// Processes of one program under one user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    pub name: String,
    pub uid: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// All groups of the processes.
    pub gids: Vec<u32>,
    /// The pool that they work for, of php-fpm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pool: Option<String>,
    pub count: u32,
    /// When the newest of them was started, in seconds since 1970, where the system tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started: Option<i64>,
    /// How long it lets one request take, by its own command line, in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_limit: Option<u64>,
}

/// Room on one file system, as far as ordinary users may take it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Space {
    pub path: String,
    pub total_bytes: u64,
    pub free_bytes: u64,
    /// 0 where the file system makes as many as are wanted.
    pub total_files: u64,
    pub free_files: u64,
    #[serde(default)]
    pub read_only: bool,
}

impl Space {
    /// Nobody but root can write any more: a file that is begun here stays empty.
    pub fn is_full(&self) -> bool {
        let no_files = self.total_files > 0 && self.free_files == 0;
        !self.read_only && self.total_bytes > 0 && (self.has_no_bytes() || no_files)
    }

    /// Whether it is room that is missing, not numbers for files.
    pub fn has_no_bytes(&self) -> bool {
        /// One page of memory, the least that a file takes, in bytes.
        const LEAST: u64 = 4096;
        self.free_bytes < LEAST
    }
}

/// Memory of the machine, in bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    pub total: u64,
    pub available: u64,
    pub swap_total: u64,
    pub swap_free: u64,
    /// How often the kernel ended a program for want of memory, since the machine started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kills: Option<u64>,
    /// The same for services with a limit of their own, where it ever happened.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<MemoryLimit>,
}

/// A service whose own limit of memory was met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemoryLimit {
    pub unit: String,
    pub kills: u64,
}

/// One program that the kernel ended for want of memory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kill {
    /// Seconds since 1970.
    pub at: i64,
    pub program: String,
}

/// A pool of php-fpm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhpPool {
    pub name: String,
    /// The file that says so.
    pub file: String,
    /// `host:port`, a port, or the path of a socket.
    pub listen: String,
    /// How workers come and go: static, dynamic, ondemand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manager: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_children: Option<u32>,
    /// How long one request may take (`request_terminate_timeout`), in seconds; 0 for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_limit: Option<u64>,
}

/// A service of the system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    pub name: String,
    /// active, inactive, failed, activating.
    pub active: String,
    /// running, dead, auto-restart.
    pub sub: String,
    /// How it ended last: success, exit-code, signal, oom-kill, timeout.
    pub result: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restarts: Option<u32>,
}

impl Service {
    /// It is meant to run, and does not.
    pub fn is_down(&self) -> bool {
        self.active == "failed" || self.sub == "auto-restart"
    }
}

/// What stands at the path of a socket.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SocketFile {
    /// `None` where nothing does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FileRights>,
    /// Somebody takes connections at it.
    pub listening: bool,
    /// The folders above it that there are, the nearest first.
    pub folders: Vec<FileRights>,
    /// Other sockets in its folder, at which somebody takes connections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<String>,
}

/// Whose a file is, and who may use it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRights {
    pub path: String,
    pub is_socket: bool,
    /// The permission bits (inode(7)).
    pub mode: u32,
    pub uid: u32,
    pub gid: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

impl FileRights {
    /// Whether its permission bits give this right (4 read, 2 write, 1 enter) to a user with these groups. Finer rules,
    /// such as SELinux's, may still forbid it.
    pub fn allow(&self, uid: u32, gids: &[u32], right: u32) -> bool {
        let shift = match () {
            () if uid == 0 => return true,
            () if uid == self.uid => 6,
            () if gids.contains(&self.gid) => 3,
            () => 0,
        };
        (self.mode >> shift) & right == right
    }

    /// `srw-rw---- www-data:www-data`, as `ls -l` has it.
    pub fn told(&self) -> String {
        let letters = ["r", "w", "x"];
        let bit = |place: u32| self.mode >> (8 - place) & 1 == 1;
        let rights: String =
            (0..9).zip(letters.iter().cycle()).map(|(place, letter)| if bit(place) { *letter } else { "-" }).collect();
        let name = |name: &Option<String>, number: u32| name.clone().unwrap_or_else(|| number.to_string());
        format!(
            "{}{rights} {}:{}",
            if self.is_socket { "s" } else { "d" },
            name(&self.owner, self.uid),
            name(&self.group, self.gid)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn socket(mode: u32) -> FileRights {
        let path = "/run/app.sock".to_owned();
        FileRights { path, is_socket: true, mode, uid: 33, gid: 44, owner: Some("www-data".to_owned()), group: None }
    }

    #[test]
    fn rights_are_those_of_owner_then_group_then_others() {
        assert!(socket(0o600).allow(33, &[], 2) && !socket(0o600).allow(34, &[44], 2));
        assert!(socket(0o660).allow(34, &[5, 44], 2) && !socket(0o660).allow(34, &[5], 2));
        // The first class that fits decides, even where a later one would give more.
        assert!(!socket(0o066).allow(33, &[44], 2));
        assert!(socket(0o000).allow(0, &[], 2));
        assert_eq!(socket(0o750).told(), "srwxr-x--- www-data:44");
    }

    #[test]
    fn full_means_that_nobody_can_write() {
        let space = |free_bytes, free_files, read_only| Space {
            path: "/".to_owned(),
            total_bytes: 1 << 30,
            free_bytes,
            total_files: 1000,
            free_files,
            read_only,
        };
        assert!(space(0, 9, false).is_full() && space(1 << 20, 0, false).is_full());
        assert!(!space(1 << 20, 9, false).is_full());
        assert!(space(100, 0, false).has_no_bytes() && !space(1 << 20, 0, false).has_no_bytes());
        // An image of a package is full by nature.
        assert!(!space(0, 0, true).is_full());
        assert!(!Space { total_files: 0, ..space(1 << 20, 0, false) }.is_full());
    }
}
