# The one entry to a checkout on Windows, as ./dev is elsewhere:  .\dev.ps1 demo | tour OUT | test
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('demo', 'tour', 'test', 'lint', 'types', 'translations', 'dependencies', 'screenshots',
        'bench', 'soak', 'setup')]
    [string] $Command = 'demo',
    [Parameter(ValueFromRemainingArguments)]
    [string[]] $Rest = @()
)
$ErrorActionPreference = 'Stop'
$Root = $PSScriptRoot
$Venv = Join-Path $Root '.venv'
$Python = Join-Path $Venv 'Scripts\python.exe'
$Group = if ($Command -in 'demo', 'tour', 'screenshots') { 'run' } else { 'dev' }

function Invoke-Checked([string] $Program, [string[]] $Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

function Get-Stamp {
    $files = 'pyproject.toml', 'requirements.lock', 'requirements-dev.lock', 'hatch_build.py'
    ($files | ForEach-Object { (Get-FileHash (Join-Path $Root $_)).Hash }) -join ' '
}

function Initialize-Environment {
    if (-not (Test-Path $Python)) {
        if (-not (Get-Command py -ErrorAction SilentlyContinue)) {
            Write-Error 'Python 3.11 or newer is needed: install it from python.org with its launcher.'
        }
        Write-Host "frontdesk: creating $Venv"
        Invoke-Checked 'py' @('-3', '-m', 'venv', $Venv)
    }
    $stamp = Join-Path $Venv "frontdesk-$Group.stamp"
    if ((Test-Path $stamp) -and (Get-Content $stamp -Raw).Trim() -eq (Get-Stamp)) { return }
    Write-Host 'frontdesk: installing Python packages (the first time this takes some minutes)'
    $lock = if ($Group -eq 'dev') { 'requirements-dev.lock' } else { 'requirements.lock' }
    $pip = @('-m', 'pip', '--disable-pip-version-check', '-qq', '--no-input', 'install')
    # Only files whose hash is locked; the checkout is then built with what is there.
    Invoke-Checked $Python ($pip + @('--require-hashes', '-r', (Join-Path $Root $lock)))
    Invoke-Checked $Python ($pip + @('--no-deps', '--no-build-isolation', '-e', $Root))
    Push-Location $Root
    try { Invoke-Checked $Python @('-m', 'scripts.dependencies', '--prune') } finally { Pop-Location }
    Set-Content -Path $stamp -Value (Get-Stamp)
}

Initialize-Environment
if ($Command -eq 'demo') { Invoke-Checked $Python (@('-m', 'frontdesk', '--demo') + $Rest); exit 0 }
if ($Command -eq 'tour') { Invoke-Checked $Python (@('-m', 'frontdesk', 'tour') + $Rest); exit 0 }

Push-Location $Root
try {
    switch ($Command) {
        'screenshots' { Invoke-Checked $Python (@('-m', 'scripts.screenshots') + $Rest) }
        'bench' { Invoke-Checked $Python (@('-m', 'benchmarks') + $Rest) }
        'soak' { Invoke-Checked $Python (@('-m', 'benchmarks.soak') + $Rest) }
        'dependencies' { Invoke-Checked $Python (@('-m', 'scripts.dependencies') + $Rest) }
        'translations' { Invoke-Checked $Python (@('-m', 'scripts.translations') + $Rest) }
        'types' { Invoke-Checked $Python @('-m', 'mypy') }
        'lint' {
            Invoke-Checked $Python @('-m', 'ruff', 'check', '.')
            Invoke-Checked $Python @('-m', 'ruff', 'format', '--check', '.')
        }
        'test' {
            Invoke-Checked $Python @('-m', 'ruff', 'check', '.')
            Invoke-Checked $Python @('-m', 'ruff', 'format', '--check', '.')
            Invoke-Checked $Python @('-m', 'mypy')
            Invoke-Checked $Python @('-m', 'scripts.translations', '--check')
            Invoke-Checked $Python @('-m', 'scripts.dependencies', '--check')
            Invoke-Checked $Python (@('-m', 'pytest', '-n', 'auto', '--dist', 'worksteal') + $Rest)
        }
    }
}
finally { Pop-Location }
