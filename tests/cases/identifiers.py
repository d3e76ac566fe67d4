#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`swipeready id` against the worked examples, against python-stdnum and against its own promises.

SWIPEREADY is the program; TOP_SRCDIR the checkout, beside which ../shared/domain may lie. TAP."""
import datetime
import os
import pkgutil
import random
import re
import subprocess
import sys

sys.path.append('/usr/lib/python3/dist-packages')  # Debian's modules, whatever python3 this is
try:
    from stdnum import bic, iban, luhn
    from stdnum.cn import ric, uscc
    from stdnum.exceptions import InvalidComponent, InvalidFormat, ValidationError
    from stdnum.iso7064 import mod_11_10
    STDNUM = True
except ImportError:
    STDNUM = False

KINDS = ('uscc orgcode regno15 resident-id bankcard cnaps merchant-no terminal-no institution-no '
         'mcc region mobile tusn iban bic').split()
PROGRAM = os.environ.get('SWIPEREADY')
EXAMPLES = os.path.join(os.environ.get('TOP_SRCDIR', '.'), '..', 'shared', 'domain')
EXAMPLE_NAMES = {'regno15': 'bizreg15', 'resident-id': 'idcard', 'institution-no': 'inst_code',
                 'merchant-no': 'merchant_no', 'terminal-no': 'terminal_no', 'region': 'region6'}
PROVINCES = ('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 '
             '61 62 63 64 65 71 81 82 83').split()
USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
USCC_PAIRS = ('11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 59 61 62 69 71 72 79 81 89 '
              '91 92 93 A1 A9 N1 N2 N3 N9 Y1').split()
YOUNGER_IBANS = {'FK': 18, 'HN': 28, 'MN': 20, 'NI': 28, 'OM': 23, 'SO': 23, 'YE': 30}
LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
RANDOM = random.Random(20261124)
TODAY = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=8)).date()


class Tap:
    """Numbers the results and remembers whether all were good."""
    count = 0
    failed = False

    def ok(self, good, name, why=''):
        self.count += 1
        self.failed |= not good
        print('%sok %d - %s' % ('' if good else 'not ', self.count, name))
        if not good and why:
            print('# ' + str(why)[:2000].replace('\n', '\n# '))

    def equal(self, seen, expected, name):
        self.ok(seen == expected, name, 'expected %r\nseen     %r' % (expected, seen))

    def none(self, wrong, total, name):
        """Good when nothing is wrong and there was something to look at."""
        self.ok(not wrong and total > 0, '%s (%d values)' % (name, total), wrong[:8])

    def skip(self, name, reason):
        self.count += 1
        print('ok %d - %s # SKIP %s' % (self.count, name, reason))


TAP = Tap()


def start(arguments, **options):
    return subprocess.run([PROGRAM, 'id'] + arguments, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=120, **options)


def judge(kind, values):
    """[(level, code)] of values without line feeds; checks echo, order and exit code."""
    raw = [v if isinstance(v, bytes) else v.encode() for v in values]
    done = start([kind], input=b''.join(v + b'\n' for v in raw))
    lines = done.stdout.split(b'\n')
    assert lines.pop() == b'' and len(lines) == len(raw), 'one line for each value'
    verdicts = []
    for value, line in zip(raw, lines):
        assert line.startswith(value + b'\t'), 'the value comes back as it was: %r' % line
        level, *rest = line[len(value) + 1:].decode().split('\t')
        assert len(rest) == (0 if level == 'ok' else 2) and all(rest), 'columns: %r' % line
        verdicts.append((level, rest[0] if rest else None))
    bad = any(level == 'bad' for level, _ in verdicts)
    assert done.returncode == int(bad) and done.stderr == b'', 'exit code %d' % done.returncode
    return verdicts


# ---- the worked examples


def example_lines(name):
    with open(os.path.join(EXAMPLES, name), encoding='utf-8') as lines:
        rows = [line.rstrip('\n').split('\t') for line in lines]
    return [row for row in rows if row[0] and not row[0].startswith('#')]


def example_expected(kind, value, code):
    if code is None:
        return ('warn', 'REPLACED') if kind == 'regno15' else ('ok', None)
    doubtful = (kind == 'cnaps' and code == 'CHECKSUM') or \
        (kind == 'bankcard' and code == 'LUHN' and value[0] not in '45')
    return ('warn' if doubtful else 'bad', code)


def check_examples():
    for kind in KINDS:
        if not os.path.isdir(EXAMPLES):
            TAP.skip('examples of ' + kind, EXAMPLES + ' is absent')
            continue
        name = EXAMPLE_NAMES.get(kind, kind)
        rows = [(row[0], None) for row in example_lines(name + '_valid.txt')]
        rows += [(row[0], row[1]) for row in example_lines(name + '_invalid.txt')]
        for (value, code), seen in zip(rows, judge(kind, [value for value, _ in rows])):
            TAP.equal(seen, example_expected(kind, value, code), 'example %s %s' % (kind, value))


# ---- making values, good and spoilt


def digits(count):
    return ''.join(RANDOM.choice('0123456789') for _ in range(count))


def of(alphabet, count):
    return ''.join(RANDOM.choice(alphabet) for _ in range(count))


def org_check(body):
    """GB 11714, written once more so that the program is not its own judge."""
    total = sum(int(c, 36) * w for c, w in zip(body, (3, 7, 9, 10, 5, 8, 4, 2)))
    return '0123456789X0'[11 - total % 11]


def uscc_check(body):
    total = sum(USCC_ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return USCC_ALPHABET[-total % 31]


def make_uscc(pair, region, org):
    body = pair + region + org + org_check(org)
    return body + uscc_check(body)


def id_check(body):
    return '10X98765432'[sum(int(c) * pow(2, 17 - i, 11) for i, c in enumerate(body)) % 11]


def good_uscc():
    pair = RANDOM.choice(USCC_PAIRS)
    return make_uscc(pair, RANDOM.choice(PROVINCES) + digits(4), of(USCC_ALPHABET, 8))


def good_id(region=None, birth=None):
    if birth is None:
        days = (TODAY - datetime.date(1900, 1, 1)).days
        birth = datetime.date(1900, 1, 1) + datetime.timedelta(RANDOM.randrange(days))
    body = (region or RANDOM.choice(PROVINCES) + digits(4)) + birth.strftime('%Y%m%d') + digits(3)
    return body + id_check(body)


def good_card():
    body = RANDOM.choice(('4', '5', '62', '81', '3', '9')) + digits(RANDOM.randrange(11, 17))
    return body + luhn.calc_check_digit(body)


def good_cnaps():
    body = digits(11)
    return body + mod_11_10.calc_check_digit(body)


def good_regno():
    body = RANDOM.choice(PROVINCES) + digits(12)
    return body + mod_11_10.calc_check_digit(body)


def registry():
    """{country: structure of the account part} of python-stdnum's copy of the IBAN registry."""
    text = pkgutil.get_data('stdnum', 'iban.dat').decode('utf-8')
    rows = re.findall(r'^([A-Z]{2}) .*bban="([^"]*)"', text, re.M)
    return {country: re.findall(r'(\d+)!([nac])', bban) for country, bban in rows}


def make_iban(country, account):
    return country + iban.calc_check_digits(country + '00' + account) + account


def good_iban(structures):
    sorts = {'n': '0123456789', 'a': LETTERS, 'c': '0123456789' + LETTERS}
    country, parts = RANDOM.choice(sorted(structures.items()))
    return make_iban(country, ''.join(of(sorts[sort], int(count)) for count, sort in parts))


def good_bic():
    tail = of('0123456789' + LETTERS, RANDOM.choice((2, 5)))
    return of(LETTERS, 6) + tail


def spoil(value):
    """One slip of the pen or of the spreadsheet; sometimes none."""
    at = RANDOM.randrange(len(value))
    slip = RANDOM.randrange(9)
    if slip == 0:
        return value[:at] + value[at + 1:]
    if slip == 1:
        return value[:at] + value[at] + value[at:]
    if slip == 2:
        return value[:at] + value[at + 1:at + 2] + value[at] + value[at + 2:]
    if slip == 3:
        return value[:at] + RANDOM.choice(' -.') + value[at:]
    if slip == 4:
        return value.lower()
    if slip in (5, 6):
        return value[:at] + RANDOM.choice('0123456789') + value[at + 1:]
    if slip == 7:
        return value[:at] + RANDOM.choice(LETTERS) + value[at + 1:]
    return value


def many(maker, count=1500):
    return [spoil(maker()) if i % 3 else maker() for i in range(count)]


# ---- python-stdnum: agreement, and where that library is wrong


def library(module, value, **options):
    """None when the library takes the value, else the class of its complaint."""
    try:
        module.validate(value, **options)
        return None
    except ValidationError as complaint:
        return type(complaint)


def compare(kind, values, complaint_of, excuses):
    """Each value is good for both or neither, or an excuse explains it, which must occur."""
    wrong, used = [], {name: 0 for name, _ in excuses}
    for value, (level, code) in zip(values, judge(kind, values)):
        complaint = complaint_of(value)
        if (level == 'ok') == (complaint is None):
            continue
        names = [name for name, fits in excuses if fits(value, code, complaint)]
        if not names:
            wrong.append((value, level, code, complaint))
        for name in names[:1]:
            used[name] += 1
    TAP.none(wrong, len(values), kind + ': stdnum and we agree')
    for name, count in used.items():
        TAP.ok(count > 0, '%s: stdnum %s (%d values)' % (kind, name, count), 'never seen')


def is_compact(module, value):
    return module.compact(value) == value


def compare_uscc():
    letters = [make_uscc(pair, '110105', of(USCC_ALPHABET, 8)) for pair in ('N1', 'N2', 'Y1', 'A1')]
    strange = [make_uscc(of(USCC_ALPHABET[:10], 2), digits(6), digits(8)) for _ in range(600)]
    inner = [body + uscc_check(body) for body in
             ('91110105' + of(USCC_ALPHABET, 8) + of('0123456789', 1) for _ in range(300))]
    compare('uscc', many(good_uscc) + letters + strange + inner, lambda v: library(uscc, v), (
        ('tidies blanks, hyphens and lower case away; we leave the value alone',
         lambda v, code, lib: code == 'FORMAT' and lib is None and not is_compact(uscc, v)),
        ('refuses letters in the first eight, so every N, Y and A code',
         lambda v, code, lib: code is None and lib is InvalidFormat and v[0] in 'NYA'),
        ('does not know which authority has which kind',
         lambda v, code, lib: code == 'AUTHORITY' and lib is None and v[:2] not in USCC_PAIRS),
        ('does not look at the province',
         lambda v, code, lib: code == 'REGION' and lib is None and v[2:4] not in PROVINCES),
        ('does not look at the organisation code inside',
         lambda v, code, lib: code == 'ORG_CHECKSUM' and lib is None
         and org_check(v[8:16]) != v[16])))


def compare_id():
    counties = pkgutil.get_data('stdnum', 'cn/loc.dat').decode('utf-8')
    known = re.findall(r'^(\d{6}) ', counties, re.M)
    values = many(lambda: good_id(RANDOM.choice(known))) + [good_id() for _ in range(300)]
    for year, month, day in ((1880, 1, 1), (1899, 12, 31), (1900, 1, 1), (2199, 5, 5)):
        values += [good_id('110105', datetime.date(year, month, day)) for _ in range(5)]
    values += [good_id(region) for region in ('810000', '820000', '830000') for _ in range(5)]
    for birth in '19900229 19000229 20000229 19900431 19901301 19900010 00000101'.split():
        body = '110105' + birth + '001'
        values.append(body + id_check(body))
    compare('resident-id', values, lambda v: library(ric, v), (
        ('tidies blanks and lower case away; we leave the value alone',
         lambda v, code, lib: code == 'FORMAT' and lib is None and not is_compact(ric, v)),
        ('wants the county in its own list, without permits (81 82 83) and old ones',
         lambda v, code, lib: code is None and lib is InvalidComponent and v[:6] not in known),
        ('lets people be born before 1900 or in the future',
         lambda v, code, lib: code == 'BIRTH_RANGE' and lib is None
         and not '19000101' <= v[6:14] <= TODAY.strftime('%Y%m%d'))))


def compare_sums():
    """Kinds whose verdict is a level: the sum is the library's, length and prefix are ours."""
    def level_of_card(v):
        if not re.fullmatch('[0-9]{13,19}', v):
            return ('bad', 'LENGTH')
        return ('ok', None) if luhn.is_valid(v) else ('bad' if v[0] in '45' else 'warn', 'LUHN')

    def level_of_cnaps(v):
        if not re.fullmatch('[0-9]{12}', v):
            return ('bad', 'FORMAT')
        return ('ok', None) if mod_11_10.is_valid(v) else ('warn', 'CHECKSUM')

    def level_of_regno(v):
        if not re.fullmatch('[0-9]{15}', v):
            return ('bad', 'FORMAT')
        if v[:2] not in PROVINCES and v[:6] != '100000':
            return ('bad', 'REGION')
        return ('warn', 'REPLACED') if mod_11_10.is_valid(v) else ('bad', 'CHECKSUM')

    for kind, maker, expected in (('bankcard', good_card, level_of_card),
                                  ('cnaps', good_cnaps, level_of_cnaps),
                                  ('regno15', good_regno, level_of_regno)):
        values = many(maker)
        pairs = [(v, seen, expected(v)) for v, seen in zip(values, judge(kind, values))]
        TAP.none([p for p in pairs if p[1] != p[2]], len(pairs), kind + ': the sum is stdnum\'s')


def compare_iban():
    structures = registry()
    values = many(lambda: good_iban(structures))
    values += [make_iban(c, digits(n - 4)) for c, n in YOUNGER_IBANS.items()]
    values += [make_iban(c, of(LETTERS, sum(int(n) for n, _ in parts)))
               for c, parts in structures.items()]
    values += ['DE00000000000000000066', 'DE01000000000000000048', 'DE99000000000000000030']
    compare('iban', values, lambda v: library(iban, v, check_country=False), (
        ('tidies blanks, hyphens, points and lower case away; we leave the value alone',
         lambda v, code, lib: code == 'FORMAT' and lib is None and not is_compact(iban, v)),
        ('lacks the countries that joined later',
         lambda v, code, lib: code is None and lib is InvalidComponent and v[:2] in YOUNGER_IBANS),
        ('looks at letters and digits inside the account, which is no check of ours',
         lambda v, code, lib: code is None and lib is InvalidFormat
         and len(v) == 4 + sum(int(n) for n, _ in structures[v[:2]])),
        ('takes check digits that ISO 7064 never makes',
         lambda v, code, lib: code == 'CHECKSUM' and lib is None and v[2:4] in ('00', '01', '99'))))


def check_iban_lengths():
    lengths = {c: 4 + sum(int(n) for n, _ in parts) for c, parts in registry().items()}
    lengths.update(YOUNGER_IBANS)
    rows = [(make_iban(c, digits(n - 4 + more)), c, more)
            for c, n in lengths.items() for more in (-1, 0, 1) if n + more >= 15]
    seen = judge('iban', [value for value, _, _ in rows])
    wrong = [row + verdict for row, verdict in zip(rows, seen)
             if verdict != (('bad', 'LENGTH') if row[2] else ('ok', None))]
    TAP.none(wrong, len(rows), 'iban: every registered country has its one length')


def compare_bic():
    compare('bic', many(good_bic), lambda v: library(bic, v), (
        ('tidies blanks, hyphens and lower case away; we leave the value alone',
         lambda v, code, lib: code == 'FORMAT' and lib is None and not is_compact(bic, v)),))


def compare_with_library():
    if not STDNUM:
        reason = 'python3-stdnum is not installed'
        if os.environ.get('CI'):
            TAP.ok(False, 'comparison with python-stdnum', reason)
        else:
            TAP.skip('comparison with python-stdnum', reason)
        return
    compare_uscc()
    compare_id()
    compare_sums()
    compare_iban()
    check_iban_lengths()
    compare_bic()
    for kind, maker in (('cnaps', good_cnaps), ('bankcard', good_card),
                        ('iban', lambda: good_iban(registry()))):
        check_one_changed(kind, [maker() for _ in range(40)], '0123456789')


# ---- promises


def changed(value, alphabet):
    for at, old in enumerate(value):
        if old in alphabet:
            for new in alphabet:
                if new != old:
                    yield value[:at] + new + value[at + 1:]


def check_one_changed(kind, bases, alphabet):
    assert all(level == 'ok' for level, _ in judge(kind, bases)), bases
    values = [v for base in bases for v in changed(base, alphabet)]
    wrong = [v for v, (level, _) in zip(values, judge(kind, values)) if level == 'ok']
    TAP.none(wrong, len(values), kind + ': one changed character is never ok')


def check_birthdays():
    day = datetime.timedelta(1)  # two days ahead, for midnight may pass while this runs
    rows = [(TODAY - day, ('ok', None)), (TODAY + 2 * day, ('bad', 'BIRTH_RANGE')),
            (datetime.date(1900, 1, 1), ('ok', None)),
            (datetime.date(1899, 12, 31), ('bad', 'BIRTH_RANGE'))]
    seen = judge('resident-id', [good_id('110105', birth) for birth, _ in rows])
    TAP.equal(seen, [expected for _, expected in rows], 'birth dates end today in Shanghai')


def levels(output):
    """[(value, level, code)] of an output whose values hold no tab."""
    assert output == b'' or output.endswith(b'\n')
    return [tuple(line.split(b'\t')[:3]) for line in output.split(b'\n')[:-1]]


FORMAT = (b'bad', b'FORMAT')


def check_lines():
    rows = (
        ('nothing', b'', []),
        ('one line feed', b'\n', [(b'',) + FORMAT]),
        ('empty lines between', b'5812\n\n\n5811\n',
         [(b'5812', b'ok'), (b'',) + FORMAT, (b'',) + FORMAT, (b'5811', b'ok')]),
        ('no line feed at the end', b'5812\n5811', [(b'5812', b'ok'), (b'5811', b'ok')]),
        ('CR belongs to the value', b'5812\r\n', [(b'5812\r',) + FORMAT]),
        ('blanks belong to the value', b' 5812\n5812 \n',
         [(b' 5812',) + FORMAT, (b'5812 ',) + FORMAT]),
        ('NUL belongs to the value', b'5812\0\n\0005812\n\0',
         [(b'5812\0',) + FORMAT, (b'\0005812',) + FORMAT, (b'\0',) + FORMAT]),
        ('invalid UTF-8 comes back', b'\xff\xfe\xc3\x28\n', [(b'\xff\xfe\xc3\x28',) + FORMAT]),
        ('a byte order mark belongs to the value', b'\xef\xbb\xbf5812\n',
         [(b'\xef\xbb\xbf5812',) + FORMAT]),
    )
    for name, text, expected in rows:
        done = start(['mcc'], input=text)
        TAP.equal(levels(done.stdout), expected, 'lines: ' + name)
    done = start(['mcc'], input=b'58\t12\n')
    TAP.ok(done.stdout.startswith(b'58\t12\tbad\tFORMAT\t'), 'lines: a tab comes back', done.stdout)


def check_long_lines():
    for length in (4095, 4096, 4097, 65535, 65536, 65537, 131072, 1 << 20):
        code = b'FORMAT' if length <= 4096 else b'LENGTH'
        line = b'9' * length
        expected = [(b'5812', b'ok'), (line, b'bad', code), (b'5811', b'ok')]
        done = start(['mcc'], input=b'5812\n' + line + b'\n5811\n')
        last = start(['mcc'], input=line)
        TAP.ok(levels(done.stdout) == expected and levels(last.stdout) == expected[1:2],
               'a line of %d bytes is %s' % (length, code.decode()))
    lines = [b'%d' % RANDOM.randrange(10 ** RANDOM.randrange(1, 9)) * RANDOM.choice((1, 1, 1, 90))
             for _ in range(40000)]
    seen = [row[0] for row in levels(start(['mcc'], input=b'\n'.join(lines)).stdout)]
    TAP.ok(seen == lines, 'lines across the borders of reads come back whole and in order')


def check_conversation():
    with subprocess.Popen([PROGRAM, 'id', 'mcc'], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE) as talk:
        answers = []
        for value in (b'5812', b'0000'):
            talk.stdin.write(value + b'\n')
            talk.stdin.flush()
            answers.append(talk.stdout.readline().split(b'\t')[1].strip())
        talk.stdin.close()
    TAP.equal((answers, talk.returncode), ([b'ok', b'bad'], 1), 'each line is answered at once')


def check_exits():
    rows = (
        ('values in order', ['mcc', '5812', '', '58'],
         1, [(b'5812', b'ok'), (b'',) + FORMAT, (b'58',) + FORMAT]),
        ('none bad', ['mcc', '5812'], 0, [(b'5812', b'ok')]),
        ('warnings are not bad', ['cnaps', '102100099997'],
         0, [(b'102100099997', b'warn', b'CHECKSUM')]),
        ('a hyphen after --', ['mcc', '--', '-581'], 1, [(b'-581',) + FORMAT]),
        ('a lone hyphen is a value', ['mcc', '-'], 1, [(b'-',) + FORMAT]),
        ('a value too long', ['mcc', '9' * 4097], 1, [(b'9' * 4097, b'bad', b'LENGTH')]),
        ('no kind', [], 2, []),
        ('an unknown kind', ['mccc', '5812'], 2, []),
        ('a kind in capitals', ['MCC', '5812'], 2, []),
        ('an unknown option', ['mcc', '-x', '5812'], 2, []),
        ('an unknown long option', ['--strict', 'mcc', '5812'], 2, []),
    )
    for name, arguments, code, expected in rows:
        done = start(arguments, input=b'9999\n')
        good = done.returncode == code and levels(done.stdout) == expected
        TAP.ok(good and (code == 2) == (done.stderr != b''), 'arguments: ' + name, done)


def check_streams():
    with open('/dev/full', 'wb') as full:
        done = subprocess.run([PROGRAM, 'id', 'mcc', '5812'], stdout=full, stderr=subprocess.PIPE)
    TAP.ok(done.returncode == 3 and done.stderr != b'', 'a full disk is told', done)
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([PROGRAM, 'id', 'mcc'], input=b'5812\n' * 300000, stdout=writer,
                          stderr=subprocess.PIPE, timeout=60)
    os.close(writer)
    TAP.equal(done.stderr, b'', 'a reader that has gone away is no error')
    folder = os.open('/', os.O_RDONLY)
    done = start(['mcc'], stdin=folder)
    os.close(folder)
    TAP.ok(done.returncode == 2 and done.stderr != b'', 'input that cannot be read is told', done)


def check_languages():
    spoilt = {'uscc': '9', 'tusn': 'N7NL01933217', 'iban': 'DE2211111111111111111', 'mcc': '0'}
    for kind, value in spoilt.items():
        zh, en = (start([kind, value, '--lang', lang]).stdout.decode().split('\t')[-1].strip()
                  for lang in ('zh', 'en'))
        TAP.ok(zh != en and en.isascii() and re.search('[\u4e00-\u9fff]', zh),
               '%s: the reason in Chinese and English' % kind, (zh, en))


def main():
    sys.stdout.reconfigure(encoding='utf-8', errors='backslashreplace')
    if not PROGRAM:
        print('Bail out! SWIPEREADY does not name the program')
        return 1
    check_examples()
    compare_with_library()
    check_one_changed('uscc', [good_uscc() for _ in range(40)], USCC_ALPHABET + 'IOSVZ')
    check_one_changed('resident-id', [good_id() for _ in range(40)], '0123456789')
    check_birthdays()
    check_lines()
    check_long_lines()
    check_conversation()
    check_exits()
    check_streams()
    check_languages()
    print('1..%d' % TAP.count)
    return int(TAP.failed)


if __name__ == '__main__':
    sys.exit(main())
