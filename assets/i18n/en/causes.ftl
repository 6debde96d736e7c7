## causes
