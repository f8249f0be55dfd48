# SPDX-License-Identifier: GPL-3.0-or-later
"""Do the checks of this folder find what they are there for, and nothing else?"""

import re
import unittest
import xml.etree.ElementTree as ElementTree

import coroutines
import ladder
import translations
from sources import DATA, ROOT, includes, without_words

MARK = re.compile(r"// BAD: (\w+)")


class Coroutines(unittest.TestCase):
    def test_every_planted_form_is_found_where_it_stands(self):
        text = (DATA / "badcoroutines.cpp").read_text(encoding="utf-8")
        planted = {(number, mark) for number, line in enumerate(text.splitlines(), 1)
                   for mark in MARK.findall(line)}
        self.assertGreater(len(planted), 25)
        self.assertEqual(set(coroutines.findings(text)), planted)

    def test_good_forms_are_left_alone(self):
        text = (DATA / "goodcoroutines.cpp").read_text(encoding="utf-8")
        self.assertEqual(coroutines.findings(text), [])


class Ladder(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.qt = ladder.QtModules()

    def wrong(self, name, text):
        return [what for _, what in ladder.check_source(ROOT / name, text, self.qt)]

    def test_no_step_up_or_aside(self):
        self.assertTrue(self.wrong("core/task/x.h", '#include "core/url/address.h"'))
        self.assertTrue(self.wrong("core/net/x.h", '#include "core/save/folder.h"'))
        self.assertTrue(self.wrong("core/crawl/x.h", '#include "ui/mainwindow.h"'))
        self.assertTrue(self.wrong("ui/x.h", '#include "app/main.h"'))
        self.assertTrue(self.wrong("app/x.cpp", '#include "tests/support/testserver.h"'))
        self.assertEqual(ladder.check_include("ui", '"', "core/url/address.h", self.qt), None)
        self.assertEqual(ladder.check_include("core/net", '"', "core/url/address.h", self.qt), None)

    def test_includes_start_at_the_top(self):
        self.assertTrue(self.wrong("core/url/x.cpp", '#include "address.h"'))
        self.assertTrue(self.wrong("core/url/x.cpp", '#include "../url/address.h"'))
        self.assertTrue(self.wrong("core/url/x.cpp", '#include "core/url/nosuchfile.h"'))
        self.assertEqual(self.wrong("core/url/x.cpp", '#include "x.moc"'), [])

    def test_no_window_in_core(self):
        for header in ("QWidget", "QtWidgets/QWidget", "QColor", "QtGui"):
            self.assertTrue(self.wrong("core/crawl/x.h", f"#include <{header}>"), header)
        self.assertTrue(self.wrong("core/url/x.h", "#include <QNetworkReply>"))
        self.assertEqual(self.wrong("core/net/x.h", "#include <QNetworkReply>\n#include <vector>"), [])
        self.assertEqual(self.wrong("ui/x.h", "#include <QWidget>"), [])

    def test_no_sentence_in_core(self):
        self.assertTrue(self.wrong("core/save/x.cpp", 'f(QObject::tr("Disk full"));'))
        self.assertEqual(self.wrong("core/save/x.cpp", "// tr() is for ui\nf(str(1));"), [])
        self.assertEqual(self.wrong("ui/x.cpp", 'tr("Disk full");'), [])

    def test_links_agree_with_includes(self):
        def links(rung, cmake, *used):
            return list(ladder.check_links(rung, cmake, set(used)))
        good = "gleaner_library(net\n HEADERS a.h\n LINKS task url Qt6::Core Qt6::Network)"
        self.assertEqual(links("core/net", good, "core/task", "core/url"), [])
        self.assertTrue(links("core/net", good.replace("url", "url save")))
        self.assertTrue(links("core/net", good.replace("Network", "Widgets")))
        self.assertTrue(links("core/net", good.replace(" task url", ""), "core/task"))
        indirect = "gleaner_library(ui LINKS crawl Qt6::Widgets)"
        self.assertEqual(links("ui", indirect, "core/url", "core/crawl"), [])


class Translations(unittest.TestCase):
    def test_nothing_that_was_lost_is_overlooked(self):
        for source, text in (("Saved", " "), ("%1 of %2", "%1 von 2"), ("%1 of %2", "%1 von %2 %3"),
                             ("&Open", "Öffnen"), ("Open", "&Öffnen"), ("Save &in:", "&Speichern in"),
                             ("Stopping…", "Wird gestoppt"), ("Stopped", "Gestoppt…"),
                             ("a file", "%n Dateien")):
            self.assertTrue(translations.fault(source, text), text)

    def test_other_words_in_another_order_are_a_translation(self):
        for source, text in (("%1 of %2", "von %2 %1"), ("&Open…", "Ö&ffnen…"), ("%n file(s)", "Eine Datei"),
                             ("%Ln file(s)", "%Ln Dateien"), ("This && that", "Dies && das")):
            self.assertEqual(translations.fault(source, text), None)

    def test_numbers_are_the_locale_s(self):
        text = 'tr("%Ln file(s)");\n// %n is said\ntr("\\"%1\\": "\n   "%n file(s)");'
        self.assertEqual(translations.plain_numbers(text), [4])

    def test_every_message_is_looked_at(self):
        root = ElementTree.fromstring("""<TS><context><name>A</name>
            <message><source>one</source><translation>eins</translation></message>
            <message><source>two</source><translation type="unfinished">zwei</translation></message>
            <message><source>three</source><translation type="vanished">drei</translation></message>
            <message numerus="yes"><source>%n file(s)</source><translation>
                <numerusform>Eine Datei</numerusform><numerusform>Dateien</numerusform>
            </translation></message></context></TS>""")
        self.assertEqual([source for source, _ in translations.findings(root)], ["two", "three", "%n file(s)"])


class Sources(unittest.TestCase):
    def test_words_become_blanks_and_code_stays(self):
        text = 'a = "x//y\\""; /* b\n*/ c = \'"\'; // d\n#define E "\nf = 1\'0 + R"(")";'
        code = without_words(text)
        self.assertEqual(len(code), len(text))
        self.assertEqual(code.split(), ["a", "=", ";", "c", "=", ";", "f", "=", "1'0", "+", ";"])

    def test_includes_are_read_with_their_lines(self):
        text = '#include <QString>\n\n  # include "a/b.h" // c\n'
        self.assertEqual(list(includes(text)), [(1, "<", "QString"), (3, '"', "a/b.h")])


if __name__ == "__main__":
    unittest.main()
