# SPDX-License-Identifier: GPL-3.0-or-later
"""A stand-in for the runtime, the SDK and flatpak-builder, made of Debian packages.

A test machine cannot reach Flathub.  The stand-in has the ids and the branch that the manifest names, so the manifest is taken
through every step unchanged; it is a Debian newer than the one that Liaison is developed on, so a newer GTK is met as well.  It
cannot replace the real runtime: what is built here is for tests only.

All of it is kept in a cache, under a name made from what went into it.
"""

import fnmatch
import functools
import hashlib
import json
import pathlib
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor

SUITE = 'trixie'
LOCALES = ('en_US', 'de_DE')     # flatpak-builder sets en_US.UTF-8; the other is for what is translated
KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg'
HERE = pathlib.Path(__file__).resolve().parent

# Of a package only what runs is unpacked.
UNWANTED = ('./usr/share/doc/*', './usr/share/man/*', './usr/share/info/*', './usr/share/lintian/*', './usr/share/gtk-doc/*',
            './usr/share/bug/*', './usr/share/bash-completion/*', './usr/lib/systemd/*', './var/*')


def run(*command, **options):
    return subprocess.run([str(word) for word in command], **{'check': True, 'text': True, **options})


def read(*command, **options):
    return run(*command, stdout=subprocess.PIPE, **options).stdout


def read_packages():
    """The sections of packages.txt."""
    sections = {}
    for line in (HERE / 'packages.txt').read_text(encoding='utf-8').splitlines():
        word = line.partition('#')[0].strip()
        if word.startswith('['):
            names = sections.setdefault(word.strip('[]'), [])
        elif word:
            names.append(word)
    return sections


class Archive:
    """The packages of a Debian suite, by an apt that knows nothing of what is installed on this machine."""

    def __init__(self, folder):
        self.debs = folder / 'debs'
        self.conf = folder / 'apt.conf'
        for name in ('debs', 'state/lists/partial', 'cache/archives/partial', 'etc/empty'):
            (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / 'state/status').touch()
        (folder / 'etc/sources.list').write_text(''.join(self.sources()), encoding='utf-8')
        self.conf.write_text(f'''
            Dir::State "{folder}/state"; Dir::State::status "{folder}/state/status"; Dir::Cache "{folder}/cache";
            Dir::Etc::sourcelist "{folder}/etc/sources.list"; Dir::Etc::sourceparts "{folder}/etc/empty"; Dir::Etc::preferencesparts "{folder}/etc/empty";
            APT::Sandbox::User ""; APT::Install-Recommends "false"; Acquire::Languages "none"; Acquire::Retries "3";
            ''', encoding='utf-8')

    @staticmethod
    def sources():
        """The mirrors are those that this machine's own apt uses."""
        uris = read('apt-get', 'indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages').split()
        security = next((uri for uri in uris if 'security' in uri), None)
        yield f'deb [signed-by={KEYRING}] {next(uri for uri in uris if "security" not in uri)} {SUITE} main\n'
        if security:
            yield f'deb [signed-by={KEYRING}] {security} {SUITE}-security main\n'

    def apt(self, *words, **options):
        return read('apt-get', f'--config-file={self.conf}', '-qq', *words, **options)

    def resolve(self, packages, left_out):
        """The files of packages and of all that they depend on, as a set."""
        lines = self.apt('install', '--yes', '--print-uris', *packages).splitlines()
        files = [line.split()[1] for line in lines if line.startswith("'")]
        return {name for name in files if not any(fnmatch.fnmatch(name.partition('_')[0], pattern) for pattern in left_out)}

    def fetch(self, files):
        missing = [name.partition('_')[0] for name in sorted(files) if not (self.debs / name).exists()]
        if missing:
            self.apt('download', *missing, cwd=self.debs)


class Standin:
    def __init__(self, manifest, cache):
        self.ids = {'platform': manifest['runtime'], 'sdk': manifest['sdk']}
        self.branch = manifest['runtime-version']
        recipe = json.dumps([self.ids, self.branch]).encode()
        for name in ('standin.py', 'packages.txt', 'enter-root.sh'):
            recipe += (HERE / name).read_bytes()
        self.key = hashlib.sha256(recipe).hexdigest()[:16]
        self.cache = cache
        self.folder = cache / f'standin-{self.key}'
        self.repository = self.folder / 'repo'
        self.address = self.folder / 'flathub.flatpakrepo'
        self.root = self.folder / 'builder'      # where flatpak-builder and the SDK's programs are run
        self.is_cached = (self.folder / 'complete').exists()

    def make(self):
        if self.is_cached:
            return
        # What earlier recipes made is of no use any more.
        for old in self.cache.glob('standin-*'):
            shutil.rmtree(old)
        archive = Archive(self.cache / SUITE)
        archive.apt('update')
        sections = read_packages()
        layers = {}
        packages = []
        for name in ('platform', 'sdk', 'builder'):
            packages += sections[name]
            layers[name] = archive.resolve(packages, sections['left-out'])
        archive.fetch(layers['builder'])

        below = None
        for name, files in layers.items():
            tree = self.folder / name
            if below is None:
                make_tree(tree)
            else:
                run('cp', '--archive', '--link', self.folder / below, tree)
                files = files - layers[below]
            unpack([archive.debs / file for file in files], tree)
            below = name
        for name in layers:
            self.settle(self.folder / name)
        run('ostree', 'init', f'--repo={self.repository}', '--mode=bare-user-only')
        run('ostree', 'config', f'--repo={self.repository}', 'set', 'core.fsync', 'false')
        for name in self.ids:
            self.publish(name)
        run('flatpak', 'build-update-repo', '--no-update-appstream', self.repository, stdout=subprocess.DEVNULL)
        self.address.write_text(f'[Flatpak Repo]\nTitle=Stand-in\nUrl=file://{self.repository}\n', encoding='utf-8')
        (self.folder / 'complete').touch()

    def settle(self, tree):
        """Does what the packages' own scripts would have done, with the tree's own programs."""
        link(tree / 'usr/bin/sh', 'bash')
        link(tree / 'usr/bin/awk', 'gawk')
        if (tree / 'usr/bin/gcc').exists():
            link(tree / 'usr/bin/cc', 'gcc')
        for program in (tree / 'usr/sbin').iterdir():
            if not (tree / 'usr/bin' / program.name).exists():
                link(tree / 'usr/bin' / program.name, f'../sbin/{program.name}')
        script = '''
            set -e
            ldconfig
            mkdir -p /etc/ssl/certs /usr/lib/locale
            cat /usr/share/ca-certificates/mozilla/*.crt >/etc/ssl/certs/ca-certificates.crt
            cp /usr/share/libc-bin/nsswitch.conf /etc/
            glib-compile-schemas /usr/share/glib-2.0/schemas
            /usr/lib/*/gdk-pixbuf-2.0/gdk-pixbuf-query-loaders --update-cache
            /usr/lib/*/glib-2.0/gio-querymodules /usr/lib/*/gio/modules
            update-mime-database /usr/share/mime
            gtk4-update-icon-cache --quiet --force /usr/share/icons/hicolor
            gtk4-update-icon-cache --quiet --force /usr/share/icons/Adwaita
        '''
        for name in LOCALES:
            script += f'[ -d /usr/lib/locale/{name}.utf8 ] || localedef --no-archive -i {name} -f UTF-8 /usr/lib/locale/{name}.utf8\n'
        self.enter(tree, 'sh', '-c', script, stdout=subprocess.DEVNULL)

    def publish(self, name):
        """Puts a tree into the repository as a flatpak expects a runtime: its /usr, with /etc in it."""
        tree = self.folder / name
        export = self.folder / 'export'
        export.mkdir()
        run('cp', '--archive', '--link', tree / 'usr', export / 'usr')
        run('cp', '--archive', '--link', tree / 'etc', export / 'usr/etc')
        for file in ('ld.so.cache', 'passwd', 'group', 'machine-id', 'resolv.conf', 'localtime'):
            (export / 'usr/etc' / file).unlink(missing_ok=True)
        run('find', export / 'usr', '!', '-type', 'l', '(', '-perm', '/6000', '-o', '!', '-perm', '-0400', ')',
            '-exec', 'chmod', 'u+r,a-s', '{}', '+')
        arch = read('flatpak', '--default-arch').strip()
        (export / 'files').mkdir()
        (export / 'metadata').write_text(
            f'[Runtime]\nname={self.ids[name]}\n'
            f'runtime={self.ids["platform"]}/{arch}/{self.branch}\nsdk={self.ids["sdk"]}/{arch}/{self.branch}\n', encoding='utf-8')
        run('flatpak', 'build-export', '--runtime', '--disable-sandbox', '--no-update-summary', f'--subject=Debian {SUITE}',
            self.repository, export, self.branch, stdout=subprocess.DEVNULL)
        shutil.rmtree(export)

    @staticmethod
    def enter(root, *command, folders=(), **options):
        return run('sh', HERE / 'enter-root.sh', root, *folders, '--', *command, **options)

    def in_builder(self, *command, folders=(), **options):
        """Runs a program of the stand-in, which sees the given folders of this machine where they are."""
        return self.enter(self.root, *command, folders=folders, **options)


def link(path, target):
    if not path.is_symlink():
        path.symlink_to(target)


def make_tree(tree):
    """The root of a Debian, empty."""
    for name in ('usr/bin', 'usr/sbin', 'usr/lib', 'usr/lib64', 'etc', 'dev', 'old', 'proc', 'run', 'sys', 'tmp', 'var/lib', 'var/tmp'):
        (tree / name).mkdir(parents=True)
    for name in ('bin', 'sbin', 'lib', 'lib64'):
        (tree / name).symlink_to(f'usr/{name}')
    (tree / 'etc/passwd').write_text('root:x:0:0:root:/root:/bin/bash\n', encoding='utf-8')
    (tree / 'etc/group').write_text('root:x:0:\n', encoding='utf-8')
    (tree / 'etc/machine-id').write_text(hashlib.md5(b'liaison').hexdigest() + '\n', encoding='utf-8')


def unpack_one(tree, deb):
    with subprocess.Popen(['dpkg-deb', '--fsys-tarfile', deb], stdout=subprocess.PIPE) as packed:
        run('tar', '--extract', '--directory', tree, '--no-same-owner', '--keep-directory-symlink',
            *(f'--exclude={pattern}' for pattern in UNWANTED), stdin=packed.stdout)
    if packed.returncode != 0:
        raise subprocess.CalledProcessError(packed.returncode, packed.args)


def unpack(debs, tree):
    """Unpacks packages over a tree.  None of their scripts is run."""
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(functools.partial(unpack_one, tree), debs))
