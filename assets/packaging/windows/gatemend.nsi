; The installer for Windows: for the person who runs it, without an administrator. Called by build, which defines
; VERSION, FILES (the folder of the zip), ICON and OUTPUT.

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
Name "Gatemend"
OutFile "${OUTPUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Gatemend"
InstallDirRegKey HKCU "Software\Gatemend" "InstallDir"
ManifestDPIAware true
ManifestSupportedOS Win10
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Gatemend"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Installs Gatemend"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The Gatemend developers, MIT or Apache-2.0"

!include LogicLib.nsh
!include MUI2.nsh
!include FileFunc.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh

; The name under which Windows knows the program's notices; the program says the same (src/ui/notify.rs).
!define ID "Gatemend.Gatemend"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Gatemend"
!define PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths"
!define LINK "$SMPROGRAMS\Gatemend.lnk"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\gatemendw.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Open Gatemend"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; Gives the entry of the menu the program's id. The entry works without it, so what fails here fails nothing.
!macro GiveId
    !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
    ${If} $0 P<> 0
        ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
        ${If} $1 P<> 0
            ${IPersistFile::Load} $1 '("${LINK}",${STGM_READWRITE})'
            ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r2)'
            ${If} $2 P<> 0
                System::Call '*(&w64 "${ID}")p.r3'
                System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r4'
                System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_LPWSTR},,p $3)p.r5'
                ${IPropertyStore::SetValue} $2 '($4,$5)'
                ${IPropertyStore::Commit} $2 ""
                System::Free $5
                System::Free $4
                System::Free $3
                ${IUnknown::Release} $2 ""
                ${IPersistFile::Save} $1 '("${LINK}",1)'
            ${EndIf}
            ${IUnknown::Release} $1 ""
        ${EndIf}
        ${IUnknown::Release} $0 ""
    ${EndIf}
!macroend

Section "Gatemend"
    SetOutPath "$INSTDIR"
    File "${FILES}\*.*"
    File "/oname=gatemend.ico" "${ICON}"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    WriteRegStr HKCU "Software\Gatemend" "InstallDir" "$INSTDIR"

    CreateShortcut "${LINK}" "$INSTDIR\gatemendw.exe" "" "$INSTDIR\gatemend.ico" 0 SW_SHOWNORMAL "" \
        "Find out why a website fails, and who has to act"
    !insertmacro GiveId
    WriteRegStr HKCU "Software\Classes\AppUserModelId\${ID}" "DisplayName" "Gatemend"
    WriteRegStr HKCU "Software\Classes\AppUserModelId\${ID}" "IconUri" "$INSTDIR\gatemend.ico"
    ; For the box of Windows+R.
    WriteRegStr HKCU "${PATHS}\gatemend.exe" "" "$INSTDIR\gatemend.exe"

    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Gatemend"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\gatemend.ico"
    WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Gatemend developers"
    WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Section "un.Gatemend"
    SectionIn RO
    Delete "${LINK}"
    ; Each file by its name: the folder may be one that somebody chose, with files of their own in it.
    Delete "$INSTDIR\gatemend.exe"
    Delete "$INSTDIR\gatemendw.exe"
    Delete "$INSTDIR\gatemend.ico"
    Delete "$INSTDIR\README.txt"
    Delete "$INSTDIR\LICENSE-MIT.txt"
    Delete "$INSTDIR\LICENSE-APACHE.txt"
    Delete "$INSTDIR\third-party-licences.txt"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    DeleteRegKey HKCU "${UNINSTALL}"
    DeleteRegKey HKCU "${PATHS}\gatemend.exe"
    DeleteRegKey HKCU "Software\Classes\AppUserModelId\${ID}"
    DeleteRegKey HKCU "Software\Gatemend"
SectionEnd

Section /o "un.Past check-ups and settings"
    RMDir /r "$LOCALAPPDATA\gatemend"
    RMDir /r "$APPDATA\gatemend"
SectionEnd
