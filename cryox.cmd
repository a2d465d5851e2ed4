@echo off
rem Starts Cryox Console: finds a JDK 25, builds what is missing or older than its sources, starts it.
rem cryox --help says what there is to start.
rem
rem   CRYOX_JAVA_HOME   the JDK 25 to use, before any other
rem   CRYOX_JAVA_OPTS   more options for the Java virtual machine, separated by blanks
rem   CRYOX_SOFTWARE=1  draw without the graphics card
rem   CRYOX_AOT=off     start without the cache of classes and make none; =train makes it first, now
rem
rem Exit code 3: something that Cryox needs is missing, or it could not be built.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
set "root=%root:~0,-1%"
set "dist=%root%\app\target\dist"
set "jar=%dist%\lib\cryox-app.jar"
set "stamp=%dist%\built"
set "jdk="

if not defined CRYOX_JAVA_HOME goto search
call :consider "%CRYOX_JAVA_HOME%"
if defined jdk goto found
echo cryox: CRYOX_JAVA_HOME is '%CRYOX_JAVA_HOME%', which is not a JDK 25. Correct or unset it. 1>&2
exit /b 3

:search
if defined JAVA_HOME call :consider "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do call :consider "%%~dpJ.."
for %%V in ("Eclipse Adoptium" "Java" "Microsoft" "Zulu" "BellSoft" "Amazon Corretto" "OpenJDK") do (
  for /d %%D in ("%ProgramFiles%\%%~V\*25*") do call :consider "%%~D"
  for /d %%D in ("%LocalAppData%\Programs\%%~V\*25*") do call :consider "%%~D"
)
for /d %%D in ("%UserProfile%\.jdks\*25*") do call :consider "%%~D"
if defined jdk goto found
echo cryox: No JDK 25 was found. Install one (Eclipse Temurin 25 is at https://adoptium.net) or say where it is with CRYOX_JAVA_HOME. 1>&2
exit /b 3

:found
set "JAVA_HOME=%jdk%"
rem Each JDK needs a cache of classes of its own.
for %%J in ("%jdk%") do set "cache=%dist%\cryox-%%~nxJ.aot"
if "%CRYOX_TRAINING%"=="1" goto train_later
call :needs_build
if not errorlevel 1 goto run
call :build
if errorlevel 1 exit /b 3

:run
call :set_options
set "classes="
if /i "%CRYOX_AOT%"=="off" goto start
if /i "%CRYOX_AOT%"=="train" call :train >nul 2>nul
if exist "%cache%" goto use_cache
if exist "%cache%.none" goto start
set "stays="
for %%C in (serve console demo) do if /i "%~1"=="%%C" set "stays=1"
if not defined stays goto start
rem Makes it at a low priority when this start is over; nobody waits for it.
set "CRYOX_TRAINING=1"
start "" /b /low "%ComSpec%" /d /c ""%~f0"" <nul >nul 2>nul
set "CRYOX_TRAINING="
goto start

:use_cache
rem One that does not fit after all, or has rotten on the disk, is left alone without a word.
set classes="-XX:AOTCache=%cache%" -XX:+VerifySharedSpaces -Xlog:aot*=off

:start
"%jdk%\bin\java.exe" %options% %classes% %CRYOX_JAVA_OPTS% ai.cryox.app.Main %*
exit /b %errorlevel%

rem The --add-exports are for ControlsFX.
:set_options
set "software="
if "%CRYOX_SOFTWARE%"=="1" set "software=-Dprism.order=sw"
set options=-Xmx256m -Xss512k -XX:+UseSerialGC -XX:MaxMetaspaceSize=128m ^
  -p "%dist%\fx" --add-modules javafx.controls -cp "%jar%;%dist%\lib\*" ^
  --enable-native-access=javafx.graphics,ALL-UNNAMED ^
  --add-exports javafx.base/com.sun.javafx.event=ALL-UNNAMED ^
  --add-exports javafx.controls/com.sun.javafx.scene.control=ALL-UNNAMED ^
  --add-exports javafx.controls/com.sun.javafx.scene.control.behavior=ALL-UNNAMED %software%
exit /b 0

:train_later
ping -n 20 127.0.0.1 >nul
call :set_options
call :train >nul 2>nul
exit /b 0

rem Makes the cache by a start that is watched, and takes it only if it is found whole. One that cannot be
rem made is not tried again until something changes.
:train
mkdir "%cache%.lock" || exit /b 0
del /q "%cache%.none"
"%jdk%\bin\java.exe" %options% "-XX:AOTCacheOutput=%cache%.new" ai.cryox.app.Main rehearse || goto untrained
"%jdk%\bin\java.exe" %options% "-XX:AOTCache=%cache%.new" -XX:AOTMode=on -XX:+VerifySharedSpaces ai.cryox.app.Main secrets --help || goto untrained
move /y "%cache%.new" "%cache%"
rmdir "%cache%.lock"
exit /b 0
:untrained
type nul >"%cache%.none"
del /q "%cache%.new"
rmdir "%cache%.lock"
exit /b 0

rem Takes a directory as the JDK if none is taken yet and its release file says 25.
:consider
if defined jdk exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
findstr /b /r /c:"JAVA_VERSION=.25[^0-9]" "%~1\release" >nul && set "jdk=%~f1"
exit /b 0

rem Error level 1 if something has to be built. The stamp counts besides the jar, because Maven leaves a
rem jar alone whose own sources did not change. A cache of classes older than its jars is dropped here.
:needs_build
if not exist "%jar%" exit /b 1
if not exist "%dist%\fx" exit /b 1
powershell -NoProfile -NonInteractive -Command "$r = $env:root; $built = (Get-Item -LiteralPath @($env:jar, $env:stamp) -ErrorAction SilentlyContinue | Measure-Object LastWriteTime -Maximum).Maximum; $jars = (Get-ChildItem -LiteralPath (Join-Path $env:dist 'lib'), (Join-Path $env:dist 'fx') | Measure-Object LastWriteTime -Maximum).Maximum; Get-ChildItem -LiteralPath $env:dist -Filter 'cryox-*.aot*' | Where-Object { $_.LastWriteTime -lt $jars -or $_.LastWriteTime -lt (Get-Item -LiteralPath (Join-Path $r 'cryox.cmd')).LastWriteTime -or ($_.Extension -eq '.lock' -and $_.LastWriteTime -lt (Get-Date).AddMinutes(-20)) } | Remove-Item -Recurse -ErrorAction SilentlyContinue; $sources = @(Get-ChildItem -LiteralPath $r -Filter pom.xml) + @(Get-ChildItem -LiteralPath $r -Directory | ForEach-Object { Get-ChildItem -LiteralPath $_.FullName -Filter pom.xml; $main = Join-Path $_.FullName 'src\main'; if (Test-Path -LiteralPath $main) { Get-ChildItem -LiteralPath $main -Recurse } }); if ($sources | Where-Object { $_.LastWriteTime -gt $built } | Select-Object -First 1) { exit 1 } else { exit 0 }"
exit /b %errorlevel%

:build
where mvn >nul 2>nul
if errorlevel 1 (
  echo cryox: Maven is missing. Install Maven 3.8 or newer and start again; it is needed only to build. 1>&2
  exit /b 1
)
set "maven="
for /f "tokens=3" %%V in ('mvn -B -version 2^>nul ^| findstr /c:"Apache Maven"') do if not defined maven set "maven=%%V"
for /f "tokens=1,2 delims=." %%A in ("%maven%") do (
  if %%A LSS 3 goto old_maven
  if %%A EQU 3 if %%B LSS 8 goto old_maven
)
echo cryox: building, which takes a minute or two the first time ... 1>&2
rem Without tests and style checks: those are for mvn verify.
set "MAVEN_OPTS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %MAVEN_OPTS%"
pushd "%root%"
call mvn -B -q -DskipTests -Dspotless.check.skip=true -Dexec.skip=true package 1>&2
if errorlevel 1 (
  popd
  echo cryox: The build failed; the lines above say where. 1>&2
  exit /b 1
)
popd
type nul >"%stamp%"
exit /b 0

:old_maven
echo cryox: Maven %maven% is too old. Install Maven 3.8 or newer and start again; it is needed only to build. 1>&2
exit /b 1
