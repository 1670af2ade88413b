@echo off
rem SPDX-License-Identifier: MIT
rem Open the editor (run.bat [DRAFT]) or run check, export, import, manual, test, lint, faults.
rem The work is done by resources\setup\bootstrap.py.
setlocal
chcp 65001 >nul
set PYTHONUTF8=1
for %%P in ("py -3.13" "py -3.12" "py -3.11" "python") do %%~P -c "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))" >nul 2>nul && set "python=%%~P" && goto found
goto missing

:found
%python% "%~dp0resources\setup\bootstrap.py" %*
set result=%errorlevel%
rem Started by a double click, the window would close before the sentence could be read.
if "%~1"=="" if not %result%==0 pause
exit /b %result%

:missing
echo 没有找到 Python 3.11、3.12 或 3.13，您的文件未受影响：请先安装其中之一，再运行本命令。 1>&2
if "%~1"=="" pause
exit /b 2
