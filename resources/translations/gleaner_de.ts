<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_US">
<context>
    <name>CommandLine</name>
    <message>
        <source>--json goes with --headless only.</source>
        <translation>--json geht nur zusammen mit --headless.</translation>
    </message>
    <message>
        <source>--list only lists the downloads; leave the addresses out.</source>
        <translation>--list zeigt nur die Liste der Downloads; lassen Sie die Adressen weg.</translation>
    </message>
    <message>
        <source>--overwrite goes with --export only.</source>
        <translation>--overwrite geht nur zusammen mit --export.</translation>
    </message>
    <message>
        <source>The number of workers has to be from 1 to 64, not &quot;%1&quot;.</source>
        <translation>Die Anzahl der Helfer muss zwischen 1 und 64 liegen, nicht „%1“.</translation>
    </message>
    <message>
        <source>--per-host has to be from 1 to 64, not &quot;%1&quot;.</source>
        <translation>--per-host muss zwischen 1 und 64 liegen, nicht „%1“.</translation>
    </message>
    <message>
        <source>--delay is a number of milliseconds up to a day, not &quot;%1&quot;.</source>
        <translation>--delay ist eine Anzahl von Millisekunden bis zu einem Tag, nicht „%1“.</translation>
    </message>
    <message>
        <source>--tries has to be from 1 to 100, not &quot;%1&quot;.</source>
        <translation>--tries muss zwischen 1 und 100 liegen, nicht „%1“.</translation>
    </message>
    <message>
        <source>--timeout is a number of seconds from 1 up, not &quot;%1&quot;.</source>
        <translation>--timeout ist eine Anzahl von Sekunden ab 1, nicht „%1“.</translation>
    </message>
    <message>
        <source>--depth is a number of clicks or &quot;inf&quot;, not &quot;%1&quot;.</source>
        <translation>--depth ist eine Anzahl von Klicks oder „inf“, nicht „%1“.</translation>
    </message>
    <message>
        <source>--max-files is a number of files from 1 up, not &quot;%1&quot;.</source>
        <translation>--max-files ist eine Anzahl von Dateien ab 1, nicht „%1“.</translation>
    </message>
    <message>
        <source>A size is a number of bytes, or one such as 500K, 10M or 2G, not &quot;%1&quot;.</source>
        <translation>Eine Größe ist eine Anzahl von Bytes oder eine Angabe wie 500K, 10M oder 2G, nicht „%1“.</translation>
    </message>
    <message>
        <source>--scope is one of folder, host, domain and any, not &quot;%1&quot;.</source>
        <translation>--scope ist eines von folder, host, domain und any, nicht „%1“.</translation>
    </message>
    <message>
        <source>--types is a list such as pages,images,pdf, not &quot;%1&quot;.</source>
        <translation>--types ist eine Liste wie pages,images,pdf, nicht „%1“.</translation>
    </message>
    <message>
        <source>--links is one of relative and keep, not &quot;%1&quot;.</source>
        <translation>--links ist eines von relative und keep, nicht „%1“.</translation>
    </message>
    <message>
        <source>--include takes a pattern such as */docs/*.</source>
        <translation>--include erwartet ein Muster wie */docs/*.</translation>
    </message>
    <message>
        <source>--exclude takes a pattern such as */docs/*.</source>
        <translation>--exclude erwartet ein Muster wie */docs/*.</translation>
    </message>
    <message>
        <source>There is no address to download; write one such as https://example.org/.</source>
        <translation>Es fehlt eine Adresse zum Herunterladen; geben Sie eine wie https://example.org/ an.</translation>
    </message>
    <message>
        <source>--directory takes the name of a folder.</source>
        <translation>--directory erwartet den Namen eines Ordners.</translation>
    </message>
    <message>
        <source>%1 See gleaner --help.</source>
        <translation>%1 Siehe gleaner --help.</translation>
    </message>
    <message>
        <source>--cookies takes the name of a file.</source>
        <translation>--cookies erwartet den Namen einer Datei.</translation>
    </message>
    <message>
        <source>There is no download in &quot;%1&quot;, and none of that name; see gleaner --list.</source>
        <translation>In „%1“ gibt es keinen Download, und auch keinen dieses Namens; siehe gleaner --list.</translation>
    </message>
    <message>
        <source>A newer version of Gleaner has kept the download &quot;%1&quot;; export it with that.</source>
        <translation>Eine neuere Version von Gleaner hat den Download „%1“ gespeichert; exportieren Sie ihn mit dieser.</translation>
    </message>
    <message>
        <source>What is known of the download &quot;%1&quot; cannot be read.</source>
        <translation>Was über den Download „%1“ bekannt ist, kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>--export takes the name of a file that ends in .html, .csv, .jsonl, .txt, .zip or .wacz, not &quot;%1&quot;.</source>
        <translation>--export erwartet den Namen einer Datei, der auf .html, .csv, .jsonl, .txt, .zip oder .wacz endet, nicht „%1“.</translation>
    </message>
    <message>
        <source>--export takes the folder or the id of one download, and begins none; leave the other options out.</source>
        <translation>--export erwartet den Ordner oder die Kennung eines Downloads und beginnt selbst keinen; lassen Sie die anderen Optionen weg.</translation>
    </message>
    <message>
        <source>Usage: gleaner [OPTIONS] [URL...]

Downloads what an address leads to, follows the links, and saves everything as files.
Opens a window; with URLs it starts at once. Several URLs are one download.

  --headless               no window; progress on stderr, the exit status tells the outcome
  --json                   with --headless: one JSON object per line on stdout
  -P, --directory DIR      where to save (default: &lt;Downloads&gt;/&lt;host&gt;); the same addresses to the
                           same folder again go on, or look for what has changed
  -w, --workers N          how many work at a time, 1 to 64 (default 8)
      --per-host N         requests to one host at a time, 1 to 64 (default 6)
  -d, --depth N|inf        clicks from the start address (default 5)
      --scope folder|host|domain|any
                           which pages are followed (default host); what pages need to be
                           shown may come from any host
      --include GLOB       follow only addresses that match; repeatable
      --exclude GLOB       leave out addresses that match; repeatable
      --types LIST         what is kept: pages, images, styles, scripts, fonts, media, documents,
                           archives, other, or extensions, separated by commas (default: all)
      --max-size SIZE      leave out larger files (10M is 10 MiB; default inf)
      --max-files N        stop at so many files (default inf)
      --max-total SIZE     stop at so many bytes (default inf)
      --limit-rate RATE    bytes per second, over all workers (500K, 2M; default inf)
      --delay MS           wait between two requests to one host
      --tries N            how often an address is asked for (default 4)
      --timeout S          give up after so many seconds without data (default 30)
      --links WHAT         relative: links of saved pages lead to the saved files (default),
                           keep: every byte stays, or becomes again, as it was served
      --content-disposition
                           files that are not pages get the name that their server gives them,
                           if it gives one
      --no-xattr           do not note in a file&apos;s extended attributes where it comes from
      --header &apos;Name: value&apos;
                           send it to the start addresses&apos; hosts; repeatable
      --cookies FILE       send the cookies of a cookies.txt to those they are for
      --user-agent TEXT    what the program calls itself
      --user NAME          for the start addresses&apos; servers; the password is taken from
                           GLEANER_PASSWORD or asked for
      --proxy URL          http://[name:password@]host:port or socks5://…, for everything
                           (default: the system&apos;s settings)
      --ca-certificate FILE
                           trust these certificates (PEM) as well as the system&apos;s; repeatable
      --warc               keep requests and answers as well, as WARC files in the folder &quot;++warc&quot;
      --keep-old-versions  what an update replaces is kept, in the folder &quot;++versions&quot;
      --no-robots          do not ask robots.txt, and follow what pages ask not to
      --no-traps           ask for what has no end as well: calendars, counters, the same page under
                           ever new sessions; otherwise it is set aside and counted
      --resume DIR|ID      go on with an earlier download, or look through it again if it was
                           finished; headers, cookies and passwords are to be given again
      --list               list the downloads that were begun, with their ids
      --export FILE DIR|ID write FILE about an earlier download, or of its files, and download
                           nothing; repeatable. The kind is by its end: .html, .csv, .jsonl: what
                           became of every address; .txt: SHA-256 of every file, for sha256sum -c
                           in the folder; .zip: the files; .wacz: what
                           --warc has kept, for players of web archives
      --overwrite          with --export: replace files of these names
  -h, --help               this text
  -v, --version            the version

Exit status: 0 all saved, 1 some failed, 2 wrong usage, 3 no start address could be had,
4 stopped by a signal or a limit, 5 this machine&apos;s fault (disk, permission, another
program is at this download).
</source>
        <translation>Aufruf: gleaner [OPTIONEN] [URL...]

Lädt herunter, wohin eine Adresse führt, folgt den Links und speichert alles als Dateien.
Öffnet ein Fenster; mit URLs beginnt es sofort. Mehrere URLs sind ein Download.

  --headless               kein Fenster; Fortschritt auf stderr, der Rückgabewert nennt das Ergebnis
  --json                   mit --headless: ein JSON-Objekt je Zeile auf stdout
  -P, --directory DIR      wohin gespeichert wird (Vorgabe: &lt;Downloads&gt;/&lt;Host&gt;); dieselben Adressen
                           in denselben Ordner gehen weiter oder suchen nach Änderungen
  -w, --workers N          wie viele gleichzeitig arbeiten, 1 bis 64 (Vorgabe 8)
      --per-host N         gleichzeitige Anfragen an einen Host, 1 bis 64 (Vorgabe 6)
  -d, --depth N|inf        Klicks von der Startadresse aus (Vorgabe 5)
      --scope folder|host|domain|any
                           welchen Seiten gefolgt wird (Vorgabe host); was Seiten zur Darstellung
                           brauchen, darf von jedem Host kommen
      --include GLOB       nur Adressen folgen, die passen; mehrfach möglich
      --exclude GLOB       Adressen auslassen, die passen; mehrfach möglich
      --types LISTE        was behalten wird: pages, images, styles, scripts, fonts, media,
                           documents, archives, other oder Endungen, durch Kommas getrennt
                           (Vorgabe: alles)
      --max-size GRÖSSE    größere Dateien auslassen (10M sind 10 MiB; Vorgabe inf)
      --max-files N        nach so vielen Dateien aufhören (Vorgabe inf)
      --max-total GRÖSSE   nach so vielen Bytes aufhören (Vorgabe inf)
      --limit-rate RATE    Bytes je Sekunde, für alle Helfer zusammen (500K, 2M; Vorgabe inf)
      --delay MS           Pause zwischen zwei Anfragen an einen Host
      --tries N            wie oft eine Adresse angefragt wird (Vorgabe 4)
      --timeout S          nach so vielen Sekunden ohne Daten aufgeben (Vorgabe 30)
      --links WAS          relative: Links gespeicherter Seiten führen zu den gespeicherten
                           Dateien (Vorgabe), keep: jedes Byte bleibt oder wird wieder, wie es
                           ausgeliefert wurde
      --content-disposition
                           Dateien, die keine Seiten sind, bekommen den Namen, den ihr Server
                           ihnen gibt, wenn er einen gibt
      --no-xattr           in den erweiterten Attributen einer Datei nicht vermerken, woher sie
                           kommt
      --header &apos;Name: Wert&apos;
                           an die Hosts der Startadressen senden; mehrfach möglich
      --cookies DATEI      die Cookies einer cookies.txt an die senden, für die sie sind
      --user-agent TEXT    wie sich das Programm nennt
      --user NAME          für die Server der Startadressen; das Passwort wird aus
                           GLEANER_PASSWORD genommen oder erfragt
      --proxy URL          http://[Name:Passwort@]Host:Port oder socks5://…, für alles
                           (Vorgabe: die Einstellungen des Systems)
      --ca-certificate DATEI
                           diesen Zertifikaten (PEM) ebenso vertrauen wie denen des Systems;
                           mehrfach möglich
      --warc               Anfragen und Antworten ebenfalls aufheben, als WARC-Dateien im Ordner
                           „++warc“
      --keep-old-versions  was eine Aktualisierung ersetzt, wird im Ordner „++versions“ aufgehoben
      --no-robots          robots.txt nicht fragen und auch dem folgen, wovon Seiten abraten
      --no-traps           auch abrufen, was kein Ende hat: Kalender, Zähler, dieselbe Seite unter
                           immer neuen Sitzungen; sonst wird es beiseitegelegt und gezählt
      --resume DIR|ID      einen früheren Download fortsetzen oder, wenn er fertig war, noch einmal
                           durchsehen; Kopfzeilen, Cookies und Passwörter sind neu anzugeben
      --list               die begonnenen Downloads mit ihren Kennungen auflisten
      --export DATEI DIR|ID
                           DATEI über einen früheren Download oder aus dessen Dateien schreiben und
                           nichts herunterladen; mehrfach möglich. Die Endung bestimmt die Art:
                           .html, .csv, .jsonl: was aus jeder Adresse wurde; .txt: SHA-256 jeder
                           Datei, für sha256sum -c im Ordner; .zip: die Dateien; .wacz: was --warc
                           aufgehoben hat, für Abspieler von Webarchiven
      --overwrite          mit --export: Dateien dieser Namen ersetzen
  -h, --help               dieser Text
  -v, --version            die Version

Rückgabewert: 0 alles gespeichert, 1 einiges fehlgeschlagen, 2 falscher Aufruf, 3 keine Startadresse
war zu haben, 4 durch ein Signal oder eine Grenze gestoppt, 5 die Schuld dieses Rechners
(Datenträger, Rechte, ein anderes Programm ist an diesem Download).
</translation>
    </message>
    <message>
        <source>--header takes &apos;Name: value&apos;, with a colon and in plain characters.</source>
        <translation>--header erwartet &apos;Name: Wert&apos;, mit einem Doppelpunkt und in einfachen Zeichen.</translation>
    </message>
    <message>
        <source>--user-agent takes plain characters, not &quot;%1&quot;.</source>
        <translation>--user-agent erwartet einfache Zeichen, nicht „%1“.</translation>
    </message>
    <message>
        <source>--proxy takes an address with a port, such as http://proxy:3128 or socks5://proxy:1080, not &quot;%1&quot;.</source>
        <translation>--proxy erwartet eine Adresse mit einem Port, wie http://proxy:3128 oder socks5://proxy:1080, nicht „%1“.</translation>
    </message>
    <message>
        <source>--user takes a name without a colon; the password is taken from GLEANER_PASSWORD or asked for.</source>
        <translation>--user erwartet einen Namen ohne Doppelpunkt; das Passwort wird aus GLEANER_PASSWORD genommen oder erfragt.</translation>
    </message>
    <message>
        <source>--user needs an address to which the name belongs.</source>
        <translation>--user braucht eine Adresse, zu der der Name gehört.</translation>
    </message>
    <message>
        <source>The file of --ca-certificate could not be read: &quot;%1&quot;.</source>
        <translation>Die Datei zu --ca-certificate konnte nicht gelesen werden: „%1“.</translation>
    </message>
    <message>
        <source>The file of --ca-certificate holds no certificate in PEM form: &quot;%1&quot;.</source>
        <translation>Die Datei zu --ca-certificate enthält kein Zertifikat im PEM-Format: „%1“.</translation>
    </message>
    <message>
        <source>Password of &quot;%1&quot; for %2:</source>
        <translation>Passwort von „%1“ für %2:</translation>
    </message>
    <message>
        <source>There is no password for &quot;%1&quot;: set GLEANER_PASSWORD, or start in a terminal and type it when asked.</source>
        <translation>Für „%1“ fehlt das Passwort: Setzen Sie GLEANER_PASSWORD, oder starten Sie in einem Terminal und geben Sie es auf die Frage ein.</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>unfertig</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>kept by a newer version</source>
        <translation>von einer neueren Version</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>--resume knows the addresses and the folder; leave them out.</source>
        <translation>--resume kennt Adressen und Ordner; lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>There is no download to resume in &quot;%1&quot;, and none of that name; see gleaner --list.</source>
        <translation>In „%1“ gibt es keinen Download zum Fortsetzen, und auch keinen dieses Namens; siehe gleaner --list.</translation>
    </message>
    <message>
        <source>A newer version of Gleaner has kept the download &quot;%1&quot;; resume it with that.</source>
        <translation>Eine neuere Version von Gleaner hat den Download „%1“ gespeichert; setzen Sie ihn mit dieser fort.</translation>
    </message>
    <message>
        <source>What is known of the download &quot;%1&quot; cannot be read. The same address and folder again keep the files that are there.</source>
        <translation>Was über den Download „%1“ bekannt ist, kann nicht gelesen werden. Mit derselben Adresse und demselben Ordner bleiben die vorhandenen Dateien erhalten.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; of this download is not there.</source>
        <translation>Der Ordner „%1“ dieses Downloads ist nicht da.</translation>
    </message>
    <message>
        <source>%1 of %2 done, %3 failed</source>
        <translation>%1 von %2 erledigt, %3 fehlgeschlagen</translation>
    </message>
    <message>
        <source>A window cannot do what --headless and --export do.</source>
        <translation>Ein Fenster kann nicht, was --headless und --export tun.</translation>
    </message>
    <message>
        <source>There is no display to open a window on; run it in a desktop session, or with --headless.</source>
        <translation>Es gibt keinen Bildschirm für ein Fenster; starten Sie Gleaner in einer Desktop-Sitzung oder mit --headless.</translation>
    </message>
    <message>
        <source>Gleaner is just quitting; start it again in a moment.</source>
        <translation>Gleaner wird gerade beendet; starten Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The Gleaner that is already running takes this over.</source>
        <translation>Das bereits laufende Gleaner übernimmt dies.</translation>
    </message>
</context>
<context>
    <name>DisplayLoss</name>
    <message>
        <source>The display is gone. What was downloaded is kept.</source>
        <translation>Die Anzeige ist weg. Was heruntergeladen wurde, bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>Headless</name>
    <message numerus="yes">
        <source>%n of the saved files could be incomplete: the server did not say how long.</source>
        <translation>
            <numerusform>Eine der gespeicherten Dateien könnte unvollständig sein: Der Server hat ihre Länge nicht genannt.</numerusform>
            <numerusform>%n der gespeicherten Dateien könnten unvollständig sein: Der Server hat ihre Länge nicht genannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more of that kind.</source>
        <translation>
            <numerusform>%n weitere Gruppe dieser Art.</numerusform>
            <numerusform>%n weitere Gruppen dieser Art.</numerusform>
        </translation>
    </message>
    <message>
        <source>The same command with --no-traps asks for these as well.</source>
        <translation>Derselbe Befehl mit --no-traps ruft auch diese ab.</translation>
    </message>
    <message>
        <source>gleaner: The events could not be written: %1.</source>
        <translation>gleaner: Die Ereignisse konnten nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 found so far, %3 saved, %4 failed, %5, %6/s</source>
        <translation>%1 von %2 bisher gefundenen, %3 gespeichert, %4 fehlgeschlagen, %5, %6/s</translation>
    </message>
    <message>
        <source>Files that were here already: %1</source>
        <translation>Dateien, die schon da waren: %1</translation>
    </message>
    <message>
        <source>Old versions that were kept in &quot;%1&quot;: %2</source>
        <translation>Alte Fassungen, die in „%1“ aufgehoben wurden: %2</translation>
    </message>
    <message>
        <source>Finished in %1 s: %2 saved (%3), %4 redirected, %5 skipped, %6 failed</source>
        <translation>Fertig in %1 s: %2 gespeichert (%3), %4 umgeleitet, %5 übersprungen, %6 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stopped at a limit after %1 s: %2 saved (%3), %4 redirected, %5 skipped, %6 failed, %7 waiting</source>
        <translation>An einer Grenze gestoppt nach %1 s: %2 gespeichert (%3), %4 umgeleitet, %5 übersprungen, %6 fehlgeschlagen, %7 warten</translation>
    </message>
    <message>
        <source>Stopped after %1 s: %2 saved (%3), %4 redirected, %5 skipped, %6 failed, %7 waiting</source>
        <translation>Gestoppt nach %1 s: %2 gespeichert (%3), %4 umgeleitet, %5 übersprungen, %6 fehlgeschlagen, %7 warten</translation>
    </message>
    <message>
        <source>This computer is offline. The download goes on when it is not.</source>
        <translation>Dieser Rechner ist offline. Der Download geht weiter, sobald er es nicht mehr ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n addresses were left out because robots.txt asks for it, or could not be read; --no-robots asks for them, too.</source>
        <translation>
            <numerusform>%n Adresse wurde ausgelassen, weil robots.txt darum bittet oder nicht zu lesen war; --no-robots fragt auch danach.</numerusform>
            <numerusform>%n Adressen wurden ausgelassen, weil robots.txt darum bittet oder nicht zu lesen war; --no-robots fragt auch danach.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::AboutBox</name>
    <message>
        <source>About Gleaner</source>
        <translation>Über Gleaner</translation>
    </message>
    <message>
        <source>Gleaner %1

Downloads everything that a page leads to.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Gleaner %1

Lädt alles herunter, wohin eine Seite führt.

Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
</context>
<context>
    <name>gleaner::ActionRow</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>What else can be done; there is no room for it here</source>
        <translation>Was noch getan werden kann; hier ist kein Platz dafür</translation>
    </message>
</context>
<context>
    <name>gleaner::Actions</name>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>Resu&amp;me</source>
        <translation>Fortset&amp;zen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;toppen</translation>
    </message>
    <message>
        <source>Optio&amp;ns…</source>
        <translation>Optio&amp;nen…</translation>
    </message>
    <message>
        <source>Try &amp;Again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>&amp;Weitermachen</translation>
    </message>
    <message>
        <source>&amp;Stop Here</source>
        <translation>&amp;Hier aufhören</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Retry A&amp;ll Failed</source>
        <translation>Alle feh&amp;lgeschlagenen erneut versuchen</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Übersp&amp;ringen</translation>
    </message>
    <message>
        <source>Skip &amp;Branch</source>
        <translation>Zwei&amp;g überspringen</translation>
    </message>
    <message>
        <source>Remove from &amp;List</source>
        <translation>Aus der &amp;Liste entfernen</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Not Now</source>
        <translation>&amp;Nicht jetzt</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>&amp;Copy Address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Address Field</source>
        <translation>&amp;Adressfeld</translation>
    </message>
    <message>
        <source>&amp;Expand All</source>
        <translation>Alle a&amp;usklappen</translation>
    </message>
    <message>
        <source>&amp;Collapse All</source>
        <translation>Alle &amp;einklappen</translation>
    </message>
    <message>
        <source>&amp;About Gleaner</source>
        <translation>&amp;Über Gleaner</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Fetch Them</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Of the next download: depth, kinds of files, patterns, how it is saved</source>
        <translation>Für den nächsten Download: Tiefe, Arten von Dateien, Muster, wie gespeichert wird</translation>
    </message>
    <message>
        <source>Go on with the download; it is not asked again</source>
        <translation>Den Download fortsetzen; danach wird nicht mehr gefragt</translation>
    </message>
    <message>
        <source>End the download; what is saved stays, and it can be continued</source>
        <translation>Den Download beenden; was gespeichert ist, bleibt, und er kann fortgesetzt werden</translation>
    </message>
    <message>
        <source>Download everything the address leads to</source>
        <translation>Alles herunterladen, wohin die Adresse führt</translation>
    </message>
    <message>
        <source>Contin&amp;ue</source>
        <translation>Fortset&amp;zen</translation>
    </message>
    <message>
        <source>Go on where it was left</source>
        <translation>Dort weitermachen, wo er aufgehört hat</translation>
    </message>
    <message>
        <source>Do not wait until another download has ended</source>
        <translation>Nicht warten, bis ein anderer Download zu Ende ist</translation>
    </message>
    <message>
        <source>Go on with the download</source>
        <translation>Den Download fortsetzen</translation>
    </message>
    <message>
        <source>Ask for nothing new; what is being downloaded is finished</source>
        <translation>Nichts Neues abrufen; was gerade heruntergeladen wird, wird noch fertig</translation>
    </message>
    <message>
        <source>The download is paused.</source>
        <translation>Der Download ist pausiert.</translation>
    </message>
    <message>
        <source>The download is being stopped.</source>
        <translation>Der Download wird gerade gestoppt.</translation>
    </message>
    <message>
        <source>No download is running.</source>
        <translation>Es läuft kein Download.</translation>
    </message>
    <message>
        <source>End the download; what is saved stays</source>
        <translation>Den Download beenden; was gespeichert ist, bleibt</translation>
    </message>
    <message>
        <source>Write a report, checksums or an archive of it</source>
        <translation>Einen Bericht, Prüfsummen oder ein Archiv davon schreiben</translation>
    </message>
    <message>
        <source>The download is still running.</source>
        <translation>Der Download läuft noch.</translation>
    </message>
    <message>
        <source>There is no download yet.</source>
        <translation>Es gibt noch keinen Download.</translation>
    </message>
    <message>
        <source>Take the download from the list; its files stay</source>
        <translation>Den Download aus der Liste nehmen; seine Dateien bleiben</translation>
    </message>
    <message>
        <source>Stop the download first.</source>
        <translation>Stoppen Sie den Download zuerst.</translation>
    </message>
    <message>
        <source>Nothing is saved here.</source>
        <translation>Hier ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>No row is chosen.</source>
        <translation>Es ist keine Zeile ausgewählt.</translation>
    </message>
    <message>
        <source>Open the saved file</source>
        <translation>Die gespeicherte Datei öffnen</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>Dies ist ein Ordner.</translation>
    </message>
    <message>
        <source>Show the saved file in the file manager</source>
        <translation>Die gespeicherte Datei in der Dateiverwaltung anzeigen</translation>
    </message>
    <message>
        <source>Copy the addresses of the chosen rows</source>
        <translation>Die Adressen der ausgewählten Zeilen kopieren</translation>
    </message>
    <message>
        <source>Set &amp;Aside</source>
        <translation>Be&amp;iseitegelegt</translation>
    </message>
    <message>
        <source>Chan&amp;ge What Is Wanted…</source>
        <translation>&amp;Auswahl ändern…</translation>
    </message>
    <message>
        <source>S&amp;how in Folder</source>
        <translation>Im &amp;Ordner anzeigen</translation>
    </message>
    <message>
        <source>Begin Now</source>
        <translation>Jetzt beginnen</translation>
    </message>
    <message>
        <source>More Workers</source>
        <translation>Mehr Worker</translation>
    </message>
    <message>
        <source>Fewer Workers</source>
        <translation>Weniger Worker</translation>
    </message>
    <message>
        <source>Download one address more at the same time</source>
        <translation>Eine Adresse mehr gleichzeitig herunterladen</translation>
    </message>
    <message>
        <source>Download one address fewer at the same time</source>
        <translation>Eine Adresse weniger gleichzeitig herunterladen</translation>
    </message>
</context>
<context>
    <name>gleaner::AddressHistory</name>
    <message>
        <source>Earlier addresses</source>
        <translation>Frühere Adressen</translation>
    </message>
</context>
<context>
    <name>gleaner::CautionForm</name>
    <message>
        <source>Set aside &amp;what has no end</source>
        <translation>Beiseitelegen, &amp;was kein Ende hat</translation>
    </message>
    <message>
        <source>As&amp;k me at %1 files or %2 GB</source>
        <translation>Bei %1 Dateien oder %2 GB fra&amp;gen</translation>
    </message>
    <message>
        <source>The download pauses then until you have said whether it is to go on.</source>
        <translation>Der Download pausiert dann, bis Sie gesagt haben, ob es weitergehen soll.</translation>
    </message>
    <message>
        <source>Calendars, counters and the like are counted and not downloaded; they can be fetched later.</source>
        <translation>Kalender, Zähler und dergleichen werden gezählt und nicht heruntergeladen; das lässt sich später nachholen.</translation>
    </message>
</context>
<context>
    <name>gleaner::ContinueMenu</name>
    <message>
        <source>&amp;Continue a Download</source>
        <translation>&amp;Früheren Download fortsetzen</translation>
    </message>
    <message>
        <source>There are none yet.</source>
        <translation>Es gibt noch keine.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
</context>
<context>
    <name>gleaner::CookiesField</name>
    <message>
        <source>C&amp;hoose…</source>
        <translation>Aus&amp;wählen …</translation>
    </message>
    <message>
        <source>Choose Cookies</source>
        <translation>Cookies auswählen</translation>
    </message>
    <message>
        <source>A cookies.txt, as add-ons of browsers write it: for pages that are seen only by who is signed in. It is not stored.</source>
        <translation>Eine cookies.txt, wie Erweiterungen von Browsern sie schreiben: für Seiten, die nur sieht, wer angemeldet ist. Sie wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>No Cookies</source>
        <translation>Keine Cookies</translation>
    </message>
    <message>
        <source>Begin without cookies</source>
        <translation>Ohne Cookies beginnen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Cookies of a Browser</source>
        <translation>Cookies eines Browsers</translation>
    </message>
    <message>
        <source>The cookies are being read.</source>
        <translation>Die Cookies werden gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cookie(s) from &quot;%1&quot;</source>
        <translation>
            <numerusform>%Ln Cookie aus „%1“</numerusform>
            <numerusform>%Ln Cookies aus „%1“</numerusform>
        </translation>
    </message>
    <message>
        <source>The cookies in &quot;%1&quot; cannot be read: %2.</source>
        <translation>Die Cookies in „%1“ können nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Line %2 of the cookies in &quot;%1&quot; holds no cookie.</source>
        <translation>Zeile %2 der Cookies in „%1“ enthält kein Cookie.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a cookies.txt file, such as curl and browsers&apos; add-ons write.</source>
        <translation>„%1“ ist keine cookies.txt-Datei, wie curl und Erweiterungen von Browsern sie schreiben.</translation>
    </message>
</context>
<context>
    <name>gleaner::DetailsDock</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details of the chosen row</source>
        <translation>Einzelheiten der ausgewählten Zeile</translation>
    </message>
    <message>
        <source>Choose a row to see what is known of it.</source>
        <translation>Wählen Sie eine Zeile aus, um zu sehen, was über sie bekannt ist.</translation>
    </message>
</context>
<context>
    <name>gleaner::DetailsText</name>
    <message>
        <source>It is a start address.</source>
        <translation>Es ist eine Startadresse.</translation>
    </message>
    <message>
        <source>An address that was asked for leads here.</source>
        <translation>Eine abgerufene Adresse führt hierher.</translation>
    </message>
    <message>
        <source>A page that is saved needs it: an image, a style, a script or the like.</source>
        <translation>Eine gespeicherte Seite braucht sie: als Bild, Stil, Skript oder dergleichen.</translation>
    </message>
    <message>
        <source>The site lists it in a sitemap or a feed.</source>
        <translation>Die Website nennt sie in einer Sitemap oder einem Feed.</translation>
    </message>
    <message>
        <source>A page names it as another form of itself.</source>
        <translation>Eine Seite nennt sie als andere Form ihrer selbst.</translation>
    </message>
    <message>
        <source>A script holds what looks like its address.</source>
        <translation>Ein Skript enthält, was wie ihre Adresse aussieht.</translation>
    </message>
    <message>
        <source>A page links to it.</source>
        <translation>Eine Seite verlinkt sie.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Why skipped</source>
        <translation>Warum übersprungen</translation>
    </message>
    <message>
        <source>Why taken</source>
        <translation>Warum aufgenommen</translation>
    </message>
    <message>
        <source>Redirected to</source>
        <translation>Umgeleitet zu</translation>
    </message>
    <message>
        <source>Saved as</source>
        <translation>Gespeichert als</translation>
    </message>
    <message>
        <source>Its server calls it</source>
        <translation>Ihr Server nennt sie</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1 (%2 Bytes)</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <source>The server did not say how long it is, so it cannot be proven that it is whole.</source>
        <translation>Der Server hat die Länge nicht genannt, deshalb lässt sich nicht belegen, dass sie vollständig ist.</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Requests made</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>Benötigte Zeit</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Einzelheiten</translation>
    </message>
    <message>
        <source>How it was found</source>
        <translation>Wie sie gefunden wurde</translation>
    </message>
    <message>
        <source>… and %1 pages between these</source>
        <translation>… und %1 Seiten dazwischen</translation>
    </message>
    <message>
        <source>redirected from</source>
        <translation>umgeleitet von</translation>
    </message>
    <message>
        <source>found on (%1)</source>
        <translation>gefunden auf (%1)</translation>
    </message>
    <message>
        <source>start address</source>
        <translation>Startadresse</translation>
    </message>
    <message>
        <source>found in %1</source>
        <translation>gefunden in %1</translation>
    </message>
    <message>
        <source>Last answer of the server</source>
        <translation>Letzte Antwort des Servers</translation>
    </message>
    <message>
        <source>Its header fields are not kept any more, or there were none. Only those of the last answers of this run are.</source>
        <translation>Ihre Kopfzeilen sind nicht mehr vorhanden, oder es gab keine. Nur die der letzten Antworten dieses Laufs werden aufgehoben.</translation>
    </message>
    <message>
        <source>It has not been asked in this run.</source>
        <translation>Sie wurde in diesem Lauf nicht abgerufen.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>%1, after %2 ms</source>
        <translation>%1, nach %2 ms</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>There were more fields than are kept.</source>
        <translation>Es waren mehr Kopfzeilen, als aufgehoben werden.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) away from the start address</source>
        <translation>
            <numerusform>%Ln Link von der Startadresse entfernt</numerusform>
            <numerusform>%Ln Links von der Startadresse entfernt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::Docks</name>
    <message>
        <source>Lanes</source>
        <translation>Verbindungen</translation>
    </message>
</context>
<context>
    <name>gleaner::Downloads</name>
    <message>
        <source>Not finished</source>
        <translation>Nicht fertig</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>Wird pausiert</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Asks whether to go on</source>
        <translation>Fragt, ob es weitergehen soll</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird gestoppt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Finished, %1 failed</source>
        <translation>Fertig, %1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>Gespeichert in %1</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Wird gescannt</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>Gescannt</translation>
    </message>
</context>
<context>
    <name>gleaner::DownloadsPanel</name>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
</context>
<context>
    <name>gleaner::EarlierTexts</name>
    <message>
        <source>only begun</source>
        <translation>gerade erst begonnen</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 erledigt</translation>
    </message>
    <message>
        <source>another Gleaner is at it</source>
        <translation>ein anderer Gleaner arbeitet daran</translation>
    </message>
    <message>
        <source>kept by a newer version of Gleaner</source>
        <translation>von einer neueren Version von Gleaner</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>its folder is not there</source>
        <translation>sein Ordner ist nicht da</translation>
    </message>
    <message>
        <source>today at %1</source>
        <translation>heute um %1</translation>
    </message>
    <message>
        <source>yesterday at %1</source>
        <translation>gestern um %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>am %1</translation>
    </message>
    <message>
        <source>The download of %1 is not finished: %2. It last ran %3.</source>
        <translation>Der Download von %1 ist nicht fertig: %2. Er lief zuletzt %3.</translation>
    </message>
    <message>
        <source>The download of %1 had only begun. It last ran %2.</source>
        <translation>Der Download von %1 hatte gerade erst begonnen. Er lief zuletzt %2.</translation>
    </message>
    <message>
        <source>%1 %2 more can be continued from the Download menu.</source>
        <translation>%1 Im Menü „Download“ lassen sich %2 weitere fortsetzen.</translation>
    </message>
    <message>
        <source>A download, last used %1 (%2)</source>
        <translation>Ein Download, zuletzt benutzt %1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Look for Changes: %1 (finished %2)</source>
        <translation>Nach Änderungen suchen: %1 (fertig %2)</translation>
    </message>
    <message>
        <source>Continue %1 (%2, %3)</source>
        <translation>%1 fortsetzen (%2, %3)</translation>
    </message>
</context>
<context>
    <name>gleaner::EndText</name>
    <message>
        <source>%1 saved</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>%1 unchanged</source>
        <translation>%1 unverändert</translation>
    </message>
    <message>
        <source>%1 redirected</source>
        <translation>%1 umgeleitet</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 übersprungen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 not downloaded</source>
        <translation>%1 nicht heruntergeladen</translation>
    </message>
    <message>
        <source>old versions kept: %1</source>
        <translation>alte Fassungen aufgehoben: %1</translation>
    </message>
    <message>
        <source>Stopped after %1, a limit was reached: %2</source>
        <translation>Gestoppt nach %1, eine Grenze war erreicht: %2</translation>
    </message>
    <message>
        <source>Stopped after %1: %2</source>
        <translation>Gestoppt nach %1: %2</translation>
    </message>
    <message>
        <source>Finished in %1: %2</source>
        <translation>Fertig in %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) may only be a login, consent or &quot;not found&quot; page</source>
        <translation>
            <numerusform>%Ln Seite ist vielleicht nur eine Anmelde-, Zustimmungs- oder „Nicht gefunden“-Seite</numerusform>
            <numerusform>%Ln Seiten sind vielleicht nur Anmelde-, Zustimmungs- oder „Nicht gefunden“-Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>%1 not looked at</source>
        <translation>%1 nicht angesehen</translation>
    </message>
    <message>
        <source>The scan was stopped after %1: %2</source>
        <translation>Der Scan wurde nach %1 gestoppt: %2</translation>
    </message>
    <message>
        <source>Scanned in %1: %2. Tick what is to be downloaded.</source>
        <translation>Gescannt in %1: %2. Kreuzen Sie an, was heruntergeladen werden soll.</translation>
    </message>
</context>
<context>
    <name>gleaner::Exporter</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Report to read (*.html)</source>
        <translation>Bericht zum Lesen (*.html)</translation>
    </message>
    <message>
        <source>Table of all addresses (*.csv)</source>
        <translation>Tabelle aller Adressen (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>Checksums (*.txt)</source>
        <translation>Prüfsummen (*.txt)</translation>
    </message>
    <message>
        <source>The files as ZIP (*.zip)</source>
        <translation>Die Dateien als ZIP (*.zip)</translation>
    </message>
    <message>
        <source>Web archive, if one was kept (*.wacz)</source>
        <translation>Webarchiv, wenn eines aufgehoben wurde (*.wacz)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; ends in none of .html, .csv, .jsonl, .txt, .zip and .wacz.</source>
        <translation>„%1“ endet auf keines von .html, .csv, .jsonl, .txt, .zip und .wacz.</translation>
    </message>
    <message>
        <source>Writing &quot;%1&quot;…</source>
        <translation>„%1“ wird geschrieben…</translation>
    </message>
    <message>
        <source>Wrote &quot;%1&quot;.</source>
        <translation>„%1“ wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>gleaner::Exports</name>
    <message>
        <source>&quot;%1&quot; is there already and was left as it is.</source>
        <translation>„%1“ gibt es schon und wurde so gelassen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be written: %2.</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be read.</source>
        <translation>„%1“ konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be read: %2.</source>
        <translation>„%1“ konnte nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; of this download is not there.</source>
        <translation>Der Ordner „%1“ dieses Downloads ist nicht da.</translation>
    </message>
    <message>
        <source>A program is at the download in &quot;%1&quot;; stop it first.</source>
        <translation>Ein Programm arbeitet an dem Download in „%1“; beenden Sie es zuerst.</translation>
    </message>
    <message>
        <source>The download in &quot;%1&quot; has no WARC file to make this of; download it once more and keep one (--warc).</source>
        <translation>Der Download in „%1“ hat keine WARC-Datei, aus der dies werden könnte; laden Sie ihn noch einmal herunter und heben Sie eine auf (--warc).</translation>
    </message>
    <message>
        <source>Files of this download that are no longer there, and not in &quot;%1&quot;: %2.</source>
        <translation>Dateien dieses Downloads, die nicht mehr da sind und in „%1“ fehlen: %2.</translation>
    </message>
</context>
<context>
    <name>gleaner::Figures</name>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>gleaner::FileWriter</name>
    <message>
        <source>Wrote &quot;%1&quot;.</source>
        <translation>„%1“ wurde geschrieben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not written, because the download was begun again meanwhile.</source>
        <translation>„%1“ wurde nicht geschrieben, weil der Download inzwischen neu begonnen wurde.</translation>
    </message>
</context>
<context>
    <name>gleaner::Filter</name>
    <message>
        <source>This is not a regular expression: %1 (at character %2).</source>
        <translation>Das ist kein regulärer Ausdruck: %1 (bei Zeichen %2).</translation>
    </message>
</context>
<context>
    <name>gleaner::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Show only rows with this in their address, type or status (Ctrl+F)</source>
        <translation>Nur Zeilen zeigen, deren Adresse, Typ oder Status dies enthält (Strg+F)</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>The filter is a regular expression</source>
        <translation>Der Filter ist ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Anordnen</translation>
    </message>
    <message>
        <source>How the addresses are arranged</source>
        <translation>Wie die Adressen angeordnet sind</translation>
    </message>
    <message>
        <source>By site</source>
        <translation>Nach Website</translation>
    </message>
    <message>
        <source>By page</source>
        <translation>Nach Fundseite</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
</context>
<context>
    <name>gleaner::FolderChange</name>
    <message>
        <source>C&amp;hange Folder…</source>
        <translation>Ordner we&amp;chseln …</translation>
    </message>
    <message>
        <source>Say where this download&apos;s folder is now, and go on there</source>
        <translation>Sagen, wo der Ordner dieses Downloads jetzt ist, und dort weitermachen</translation>
    </message>
    <message>
        <source>Where Is the Folder Now?</source>
        <translation>Wo ist der Ordner jetzt?</translation>
    </message>
    <message>
        <source>The folder is still at its old place, so this one is a copy. Move the folder instead.</source>
        <translation>Der Ordner ist noch an seinem alten Platz, dieser hier ist also eine Kopie. Verschieben Sie stattdessen den Ordner.</translation>
    </message>
    <message>
        <source>That is not this download&apos;s folder. Move the folder first, then choose where it is now.</source>
        <translation>Das ist nicht der Ordner dieses Downloads. Verschieben Sie zuerst den Ordner, und wählen Sie dann, wo er jetzt ist.</translation>
    </message>
</context>
<context>
    <name>gleaner::FolderField</name>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>Auswäh&amp;len…</translation>
    </message>
    <message>
        <source>Choose Folder</source>
        <translation>Ordner auswählen</translation>
    </message>
    <message>
        <source>Save In</source>
        <translation>Speichern in</translation>
    </message>
    <message>
        <source>Named like the site</source>
        <translation>Wie die Website benannt</translation>
    </message>
</context>
<context>
    <name>gleaner::FreeSpace</name>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
</context>
<context>
    <name>gleaner::FullScreen</name>
    <message>
        <source>Full Screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Give the whole screen to the window</source>
        <translation>Dem Fenster den ganzen Bildschirm geben</translation>
    </message>
</context>
<context>
    <name>gleaner::HeaderColumns</name>
    <message>
        <source>Col&amp;umns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>S&amp;ort By</source>
        <translation>&amp;Sortieren nach</translation>
    </message>
    <message>
        <source>Order of &amp;Discovery</source>
        <translation>&amp;Reihenfolge der Funde</translation>
    </message>
    <message>
        <source>D&amp;escending</source>
        <translation>&amp;Absteigend</translation>
    </message>
    <message>
        <source>Resi&amp;ze to Contents</source>
        <translation>Breite an den Inhalt an&amp;passen</translation>
    </message>
    <message>
        <source>&amp;Reset Columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
</context>
<context>
    <name>gleaner::HostActions</name>
    <message>
        <source>&amp;Hosts…</source>
        <translation>&amp;Hosts…</translation>
    </message>
    <message>
        <source>All hosts that were found, and what is fetched from each</source>
        <translation>Alle gefundenen Hosts und was von jedem abgerufen wird</translation>
    </message>
</context>
<context>
    <name>gleaner::HostBoard</name>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Filter hosts</source>
        <translation>Hosts filtern</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>Teil eines Namens</translation>
    </message>
    <message>
        <source>&amp;Filter:</source>
        <translation>&amp;Filter:</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>An&amp;wenden</translation>
    </message>
    <message>
        <source>As the &amp;scope says</source>
        <translation>Wie es der &amp;Umfang vorsieht</translation>
    </message>
    <message>
        <source>&amp;Crawl: its pages are followed</source>
        <translation>F&amp;olgen: Seinen Seiten wird gefolgt</translation>
    </message>
    <message>
        <source>&amp;Requisites only: what other pages need</source>
        <translation>Nur &amp;Benötigtes: was andere Seiten brauchen</translation>
    </message>
    <message>
        <source>&amp;Never: nothing is fetched</source>
        <translation>&amp;Nie: Es wird nichts abgerufen</translation>
    </message>
    <message>
        <source>There is no download yet.</source>
        <translation>Es gibt noch keinen Download.</translation>
    </message>
    <message>
        <source>Choose one host or several.</source>
        <translation>Wählen Sie einen Host oder mehrere aus.</translation>
    </message>
    <message>
        <source>What is fetched from %1:</source>
        <translation>Was von %1 abgerufen wird:</translation>
    </message>
    <message numerus="yes">
        <source>What is fetched from %Ln chosen host(s):</source>
        <translation>
            <numerusform>Was von dem ausgewählten Host abgerufen wird:</numerusform>
            <numerusform>Was von %Ln ausgewählten Hosts abgerufen wird:</numerusform>
        </translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>wie es jetzt ist</translation>
    </message>
    <message>
        <source>Use this choice from now on</source>
        <translation>Diese Wahl ab jetzt anwenden</translation>
    </message>
    <message>
        <source>This is how it is already.</source>
        <translation>So ist es schon.</translation>
    </message>
</context>
<context>
    <name>gleaner::HostEffects</name>
    <message numerus="yes">
        <source>%Ln waiting address(es) will be skipped</source>
        <translation>
            <numerusform>%Ln wartende Adresse wird übersprungen</numerusform>
            <numerusform>%Ln wartende Adressen werden übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped address(es) will be fetched</source>
        <translation>
            <numerusform>%Ln übersprungene Adresse wird abgerufen</numerusform>
            <numerusform>%Ln übersprungene Adressen werden abgerufen</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing that is known changes</source>
        <translation>an dem, was bekannt ist, ändert sich nichts</translation>
    </message>
    <message>
        <source>too many addresses to look at all of them</source>
        <translation>zu viele Adressen, um alle anzusehen</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
</context>
<context>
    <name>gleaner::HostsModel</name>
    <message>
        <source>Crawl</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Requisites only</source>
        <translation>Nur Benötigtes</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>%1, decided by you</source>
        <translation>%1, von Ihnen entschieden</translation>
    </message>
    <message>
        <source>%1, by the scope</source>
        <translation>%1, nach dem Umfang</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>What is fetched</source>
        <translation>Was abgerufen wird</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>gleaner::Intake</name>
    <message>
        <source>Paste and &amp;Download…</source>
        <translation>Einfügen und &amp;herunterladen…</translation>
    </message>
    <message>
        <source>Ask for addresses, a folder and all options</source>
        <translation>Nach Adressen, einem Ordner und allen Optionen fragen</translation>
    </message>
    <message>
        <source>Download the web addresses in the clipboard</source>
        <translation>Die Webadressen in der Zwischenablage herunterladen</translation>
    </message>
    <message>
        <source>Download each address of a text file</source>
        <translation>Jede Adresse einer Textdatei herunterladen</translation>
    </message>
    <message>
        <source>What was dropped holds no web address.</source>
        <translation>Was abgelegt wurde, enthält keine Webadresse.</translation>
    </message>
    <message>
        <source>The clipboard holds no web address.</source>
        <translation>Die Zwischenablage enthält keine Webadresse.</translation>
    </message>
    <message>
        <source>There are more addresses than can be taken at once; these are the first %1.</source>
        <translation>Es sind mehr Adressen, als auf einmal angenommen werden; dies sind die ersten %1.</translation>
    </message>
    <message>
        <source>Open List of Addresses</source>
        <translation>Liste von Adressen öffnen</translation>
    </message>
    <message>
        <source>There is no web address in &quot;%1&quot;.</source>
        <translation>In „%1“ steht keine Webadresse.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be read.</source>
        <translation>„%1“ konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Open List of Addresses…</source>
        <translation>Liste von Adressen öffnen…</translation>
    </message>
    <message>
        <source>New &amp;Download…</source>
        <translation>Neuer &amp;Download…</translation>
    </message>
</context>
<context>
    <name>gleaner::JobForm</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>https://example.org/</source>
        <translation>https://example.org/</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>Ad&amp;resse:</translation>
    </message>
    <message>
        <source>Save &amp;in:</source>
        <translation>Speichern &amp;in:</translation>
    </message>
    <message>
        <source>&amp;Workers:</source>
        <translation>Hel&amp;fer:</translation>
    </message>
    <message>
        <source>Write the folder in full, beginning with &quot;/&quot;, or choose one.</source>
        <translation>Schreiben Sie den Ordner vollständig, mit „/“ am Anfang, oder wählen Sie einen aus.</translation>
    </message>
</context>
<context>
    <name>gleaner::JobTabs</name>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Name to sign in with</source>
        <translation>Name für die Anmeldung</translation>
    </message>
    <message>
        <source>For the servers of these addresses, where they ask for a name.</source>
        <translation>Für die Server dieser Adressen, wo sie nach einem Namen fragen.</translation>
    </message>
    <message>
        <source>Password to sign in with</source>
        <translation>Passwort für die Anmeldung</translation>
    </message>
    <message>
        <source>It is not stored; it goes to these servers only.</source>
        <translation>Es wird nicht gespeichert und geht nur an diese Server.</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>Pa&amp;sswort:</translation>
    </message>
    <message>
        <source>Choose at least one kind of file to keep.</source>
        <translation>Wählen Sie mindestens eine Art von Dateien aus, die behalten wird.</translation>
    </message>
    <message>
        <source>A name to sign in with cannot hold a colon.</source>
        <translation>Ein Name für die Anmeldung darf keinen Doppelpunkt enthalten.</translation>
    </message>
    <message>
        <source>What Is Wanted</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Cooki&amp;es:</source>
        <translation>Coo&amp;kies:</translation>
    </message>
</context>
<context>
    <name>gleaner::LaneTexts</name>
    <message>
        <source>Idle: %1 is busy, asked again in %2</source>
        <translation>Untätig: %1 ist ausgelastet, nächste Anfrage in %2</translation>
    </message>
    <message>
        <source>Idle: %1 is slow to answer, asked again in %2</source>
        <translation>Untätig: %1 antwortet langsam, nächste Anfrage in %2</translation>
    </message>
    <message>
        <source>Idle: %1 cannot be reached, asked again in %2</source>
        <translation>Untätig: %1 ist nicht erreichbar, nächste Anfrage in %2</translation>
    </message>
    <message>
        <source>Idle: this computer is offline</source>
        <translation>Untätig: dieser Rechner ist offline</translation>
    </message>
    <message>
        <source>Idle: %1 takes no more at once</source>
        <translation>Untätig: %1 nimmt nicht mehr auf einmal an</translation>
    </message>
    <message>
        <source>%1 is busy. It is asked again in %2.</source>
        <translation>%1 ist ausgelastet. Die nächste Anfrage folgt in %2.</translation>
    </message>
    <message>
        <source>Tried once more at the end</source>
        <translation>Wird am Ende noch einmal versucht</translation>
    </message>
    <message>
        <source>Waiting %1 because of %2: the server asks us to slow down</source>
        <translation>Wartet %1 wegen %2: Der Server bittet um weniger Anfragen</translation>
    </message>
    <message>
        <source>Waiting %1: the server asks us to slow down</source>
        <translation>Wartet %1: Der Server bittet um weniger Anfragen</translation>
    </message>
    <message>
        <source>Waiting %1: it did not answer in time</source>
        <translation>Wartet %1: keine Antwort in der Frist</translation>
    </message>
    <message>
        <source>Waiting %1: it could not be reached</source>
        <translation>Wartet %1: nicht erreichbar</translation>
    </message>
    <message>
        <source>One request every %1 s, as its robots.txt asks</source>
        <translation>Eine Anfrage alle %1 s, worum seine robots.txt bittet</translation>
    </message>
    <message>
        <source>One request every %1 s, after trouble</source>
        <translation>Eine Anfrage alle %1 s, nach Schwierigkeiten</translation>
    </message>
    <message>
        <source>One request every %1 s, as the options say</source>
        <translation>Eine Anfrage alle %1 s, nach den Optionen</translation>
    </message>
    <message>
        <source>This computer is offline</source>
        <translation>Dieser Rechner ist offline</translation>
    </message>
    <message>
        <source>Given up for now; asked once more at the end</source>
        <translation>Vorerst aufgegeben; wird am Ende noch einmal angefragt</translation>
    </message>
    <message>
        <source>It is another download&apos;s turn</source>
        <translation>Ein anderer Download ist an der Reihe</translation>
    </message>
    <message>
        <source>All its slots are in use</source>
        <translation>Alle seine Plätze sind belegt</translation>
    </message>
    <message>
        <source>One request at a time until it answers</source>
        <translation>Eine Anfrage auf einmal, bis er antwortet</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>Bei der Arbeit</translation>
    </message>
    <message>
        <source>Waits for a worker</source>
        <translation>Wartet auf einen Helfer</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Untätig</translation>
    </message>
    <message>
        <source>Waiting for try %1</source>
        <translation>Wartet auf Versuch %1</translation>
    </message>
    <message>
        <source>Next try in %1 s (try %2)</source>
        <translation>Nächster Versuch in %1 s (Versuch %2)</translation>
    </message>
    <message>
        <source>Next try at %1 (try %2)</source>
        <translation>Nächster Versuch um %1 (Versuch %2)</translation>
    </message>
</context>
<context>
    <name>gleaner::LanesModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>From a request to the beginning of its answer, on average</source>
        <translation>Von einer Anfrage bis zum Beginn ihrer Antwort, im Durchschnitt</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Answers after</source>
        <translation>Antwortet nach</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>gleaner::LogDock</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find Next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Copy Lines</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Save Log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
</context>
<context>
    <name>gleaner::LogModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>gleaner::LogTexts</name>
    <message>
        <source>Not begun</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>The download waits for its turn</source>
        <translation>Der Download wartet, bis er an der Reihe ist</translation>
    </message>
    <message>
        <source>The download runs</source>
        <translation>Der Download läuft</translation>
    </message>
    <message>
        <source>The download is being paused</source>
        <translation>Der Download wird pausiert</translation>
    </message>
    <message>
        <source>The download is paused</source>
        <translation>Der Download ist pausiert</translation>
    </message>
    <message>
        <source>The download is being stopped</source>
        <translation>Der Download wird gestoppt</translation>
    </message>
    <message>
        <source>The download was stopped</source>
        <translation>Der Download wurde gestoppt</translation>
    </message>
    <message>
        <source>The download has finished</source>
        <translation>Der Download ist fertig</translation>
    </message>
    <message>
        <source>Failed, tried again (try %1): %2: %3</source>
        <translation>Fehlgeschlagen, wird erneut versucht (Versuch %1): %2: %3</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>The disk could not be written to</source>
        <translation>Auf den Datenträger konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The download has become large and asks whether to go on</source>
        <translation>Der Download ist groß geworden und fragt, ob es weitergehen soll</translation>
    </message>
</context>
<context>
    <name>gleaner::MainPage</name>
    <message>
        <source>Gleaner follows the links of the page you name, saves everything of that site that it finds, and shows it here while it grows.</source>
        <translation>Gleaner folgt den Links der Seite, die Sie nennen, speichert alles, was es von dieser Website findet, und zeigt es hier, während es wächst.</translation>
    </message>
    <message>
        <source>Download a whole site</source>
        <translation>Eine ganze Website herunterladen</translation>
    </message>
</context>
<context>
    <name>gleaner::MainWindow</name>
    <message>
        <source>This download is in the list already.</source>
        <translation>Dieser Download steht schon in der Liste.</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
</context>
<context>
    <name>gleaner::Menus</name>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Download</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Close Window</source>
        <translation>Fenster schließen</translation>
    </message>
</context>
<context>
    <name>gleaner::MessageBar</name>
    <message>
        <source>Close Message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>gleaner::NewDownload</name>
    <message>
        <source>Ad&amp;vanced</source>
        <translation>&amp;Erweitert</translation>
    </message>
    <message>
        <source>S&amp;tart paused</source>
        <translation>Pausier&amp;t beginnen</translation>
    </message>
    <message>
        <source>New Download</source>
        <translation>Neuer Download</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>One a line; each is a download of its own.</source>
        <translation>Eine je Zeile; jede ist ein eigener Download.</translation>
    </message>
    <message>
        <source>Shift+Enter for another address</source>
        <translation>Umschalt+Eingabe für eine weitere Adresse</translation>
    </message>
    <message>
        <source>Nothing is asked for until you resume it.</source>
        <translation>Es wird nichts abgerufen, bis Sie ihn fortsetzen.</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Herunterladen</translation>
    </message>
    <message>
        <source>&amp;Addresses:</source>
        <translation>Ad&amp;ressen:</translation>
    </message>
    <message>
        <source>Save &amp;in:</source>
        <translation>Speichern &amp;in:</translation>
    </message>
    <message>
        <source>Wor&amp;kers:</source>
        <translation>Hel&amp;fer:</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Das ist zu lang.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>No more than %Ln addresses at once.</source>
        <translation>
            <numerusform>Nicht mehr als %Ln Adresse auf einmal.</numerusform>
            <numerusform>Nicht mehr als %Ln Adressen auf einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each download gets a folder of its own there.</source>
        <translation>Jeder Download bekommt dort einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Type or paste an address.</source>
        <translation>Geben Sie eine Adresse ein, oder fügen Sie eine ein.</translation>
    </message>
    <message>
        <source>Write the folder in full, beginning with &quot;/&quot;, or choose one.</source>
        <translation>Schreiben Sie den Ordner vollständig, mit „/“ am Anfang, oder wählen Sie einen aus.</translation>
    </message>
    <message>
        <source>(at most %1 for one site)</source>
        <translation>(höchstens %1 für eine Website)</translation>
    </message>
</context>
<context>
    <name>gleaner::NoMatch</name>
    <message>
        <source>Nothing matches &quot;%1&quot;</source>
        <translation>Nichts passt zu „%1“</translation>
    </message>
    <message>
        <source>Nothing is shown as &quot;%1&quot;</source>
        <translation>Nichts wird als „%1“ gezeigt</translation>
    </message>
    <message>
        <source>Nothing that is shown as &quot;%1&quot; matches &quot;%2&quot;</source>
        <translation>Nichts, was als „%1“ gezeigt wird, passt zu „%2“</translation>
    </message>
</context>
<context>
    <name>gleaner::Notifier</name>
    <message>
        <source>Downloaded: %1</source>
        <translation>Heruntergeladen: %1</translation>
    </message>
    <message>
        <source>Not everything was downloaded: %1</source>
        <translation>Nicht alles wurde heruntergeladen: %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>gleaner::PaneActions</name>
    <message>
        <source>Go &amp;To</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Lower Panel</source>
        <translation>Unterer &amp;Bereich</translation>
    </message>
    <message>
        <source>Next Part of the &amp;Window</source>
        <translation>Nächster Teil des &amp;Fensters</translation>
    </message>
    <message>
        <source>&amp;Previous Part of the Window</source>
        <translation>&amp;Voriger Teil des Fensters</translation>
    </message>
</context>
<context>
    <name>gleaner::PanelTabs</name>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
</context>
<context>
    <name>gleaner::PickGroups</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Styles</source>
        <translation>Stile</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>Skripte</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>Schriften</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstige</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1, %2 of unknown size</source>
        <translation>%1, %2 von unbekannter Größe</translation>
    </message>
    <message>
        <source>%1: %2, %3 ticked</source>
        <translation>%1: %2, %3 angekreuzt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Dateiart</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>Angekreuzt</translation>
    </message>
</context>
<context>
    <name>gleaner::PickModel</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of unknown size</source>
        <translation>%1 von unbekannter Größe</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3 of unknown size</source>
        <translation>%1, %2, %3 von unbekannter Größe</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>Angekreuzt</translation>
    </message>
    <message>
        <source>Not ticked</source>
        <translation>Nicht angekreuzt</translation>
    </message>
    <message>
        <source>Partly ticked</source>
        <translation>Teilweise angekreuzt</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
</context>
<context>
    <name>gleaner::PickPanel</name>
    <message>
        <source>Found files</source>
        <translation>Gefundene Dateien</translation>
    </message>
    <message>
        <source>Kinds of files</source>
        <translation>Dateiarten</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>And what ticked pages need to &amp;be shown</source>
        <translation>&amp;Und was angekreuzte Seiten zur Darstellung brauchen</translation>
    </message>
    <message>
        <source>Download Tic&amp;ked</source>
        <translation>An&amp;gekreuztes herunterladen</translation>
    </message>
    <message>
        <source>Tick A&amp;ll</source>
        <translation>Alle&amp;s ankreuzen</translation>
    </message>
    <message>
        <source>Tick N&amp;one</source>
        <translation>&amp;Nichts ankreuzen</translation>
    </message>
    <message>
        <source>Tick Matchin&amp;g</source>
        <translation>&amp;Passende ankreuzen</translation>
    </message>
    <message>
        <source>&amp;Untick Matching</source>
        <translation>Pass&amp;ende abwählen</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>*.pdf, or a part of the address</source>
        <translation>*.pdf oder ein Teil der Adresse</translation>
    </message>
    <message>
        <source>For the whole address: * stands for anything, ? for one character. Without either it is a part of the address.</source>
        <translation>Für die ganze Adresse: * steht für Beliebiges, ? für ein Zeichen. Ohne beides ist es ein Teil der Adresse.</translation>
    </message>
    <message>
        <source>What was found, in groups</source>
        <translation>Was gefunden wurde, in Gruppen</translation>
    </message>
    <message>
        <source>B&amp;y Kind</source>
        <translation>Nach Ar&amp;t</translation>
    </message>
    <message>
        <source>By Host</source>
        <translation>Nach Host</translation>
    </message>
    <message>
        <source>Images, styles, scripts and fonts, from any host</source>
        <translation>Bilder, Stile, Skripte und Schriften, von jedem Host</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Gefunden: %1</translation>
    </message>
    <message>
        <source>Ticked: %1</source>
        <translation>Angekreuzt: %1</translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation>Nichts ist angekreuzt.</translation>
    </message>
    <message>
        <source>Fetch what is ticked, and nothing else</source>
        <translation>Abrufen, was angekreuzt ist, und nichts anderes</translation>
    </message>
</context>
<context>
    <name>gleaner::Preferences</name>
    <message>
        <source>Notifications and Tray</source>
        <translation>Benachrichtigungen und Infobereich</translation>
    </message>
    <message>
        <source>&amp;Notify when a download ends:</source>
        <translation>&amp;Benachrichtigen, wenn ein Download endet:</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>when the window is not in front</source>
        <translation>wenn das Fenster nicht im Vordergrund ist</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>One notification for each download, never one for each file.</source>
        <translation>Eine Benachrichtigung je Download, nie eine je Datei.</translation>
    </message>
    <message>
        <source>Show progress in the task &amp;bar</source>
        <translation>Fortschritt in der &amp;Taskleiste zeigen</translation>
    </message>
    <message>
        <source>A number while links are still being found; a bar when all are known.</source>
        <translation>Eine Zahl, solange noch Links gefunden werden; ein Balken, wenn alle bekannt sind.</translation>
    </message>
    <message>
        <source>Keep the computer &amp;awake</source>
        <translation>Rechner &amp;wach halten</translation>
    </message>
    <message>
        <source>While something is being downloaded it does not go to sleep by itself.</source>
        <translation>Solange etwas heruntergeladen wird, geht er nicht von selbst in den Ruhezustand.</translation>
    </message>
    <message>
        <source>Show an icon in the &amp;tray</source>
        <translation>&amp;Symbol im Infobereich zeigen</translation>
    </message>
    <message>
        <source>It shows and hides the window, on desktops that have a tray.</source>
        <translation>Es blendet das Fenster ein und aus, auf Arbeitsflächen mit Infobereich.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>&amp;Rows:</source>
        <translation>&amp;Zeilen:</translation>
    </message>
    <message>
        <source>close together</source>
        <translation>dicht beieinander</translation>
    </message>
    <message>
        <source>with more room</source>
        <translation>mit mehr Platz</translation>
    </message>
    <message>
        <source>In lists and in the tree.</source>
        <translation>In Listen und im Baum.</translation>
    </message>
    <message>
        <source>&amp;Sizes:</source>
        <translation>&amp;Größen:</translation>
    </message>
    <message>
        <source>in KiB, MiB and GiB</source>
        <translation>in KiB, MiB und GiB</translation>
    </message>
    <message>
        <source>in kB, MB and GB</source>
        <translation>in kB, MB und GB</translation>
    </message>
    <message>
        <source>A KiB is 1,024 bytes, a kB 1,000.</source>
        <translation>Ein KiB sind 1.024 Bytes, ein kB 1.000.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Remember the last &amp;addresses</source>
        <translation>Die letzten &amp;Adressen merken</translation>
    </message>
    <message>
        <source>20 of them are offered while you type. Without, they are forgotten now.</source>
        <translation>20 davon werden beim Tippen angeboten. Sonst werden sie jetzt vergessen.</translation>
    </message>
    <message>
        <source>Offer to keep &amp;passwords in the keyring</source>
        <translation>Anbieten, &amp;Passwörter im Schlüsselbund zu merken</translation>
    </message>
    <message>
        <source>When you sign in to a site. Without, they are forgotten when Gleaner is closed.</source>
        <translation>Wenn Sie sich bei einer Website anmelden. Sonst werden sie vergessen, wenn Gleaner geschlossen wird.</translation>
    </message>
    <message>
        <source>as in the system</source>
        <translation>wie im System</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>Ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>When the window is &amp;closed:</source>
        <translation>Wenn das &amp;Fenster geschlossen wird:</translation>
    </message>
    <message>
        <source>ask while something runs</source>
        <translation>fragen, solange etwas läuft</translation>
    </message>
    <message>
        <source>stop all downloads and quit</source>
        <translation>alle Downloads stoppen und beenden</translation>
    </message>
    <message>
        <source>go on in the tray</source>
        <translation>im Infobereich weitermachen</translation>
    </message>
    <message>
        <source>What is stopped can be continued. Without a tray it is asked.</source>
        <translation>Was gestoppt ist, kann fortgesetzt werden. Ohne Infobereich wird gefragt.</translation>
    </message>
    <message>
        <source>When all is &amp;finished:</source>
        <translation>Wenn alles fer&amp;tig ist:</translation>
    </message>
    <message>
        <source>do nothing</source>
        <translation>nichts tun</translation>
    </message>
    <message>
        <source>show the folder</source>
        <translation>den Ordner zeigen</translation>
    </message>
    <message>
        <source>quit Gleaner</source>
        <translation>Gleaner beenden</translation>
    </message>
    <message>
        <source>After the last download has ended by itself.</source>
        <translation>Nachdem der letzte Download von selbst zu Ende gegangen ist.</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Your folder for downloads</source>
        <translation>Ihr Ordner für Downloads</translation>
    </message>
    <message>
        <source>Folder for downloads</source>
        <translation>Ordner für Downloads</translation>
    </message>
    <message>
        <source>Workers of a new download</source>
        <translation>Helfer eines neuen Downloads</translation>
    </message>
    <message>
        <source>&amp;Save in:</source>
        <translation>Spei&amp;chern in:</translation>
    </message>
    <message>
        <source>Each site gets a folder of its own there.</source>
        <translation>Jede Website bekommt dort einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>&amp;Workers:</source>
        <translation>A&amp;nzahl der Helfer:</translation>
    </message>
    <message>
        <source>Of a new download; 1 to 64.</source>
        <translation>Eines neuen Downloads; 1 bis 64.</translation>
    </message>
    <message>
        <source>Downloads at &amp;once:</source>
        <translation>Gleich&amp;zeitige Downloads:</translation>
    </message>
    <message>
        <source>The others wait until one has ended.</source>
        <translation>Die anderen warten, bis einer zu Ende ist.</translation>
    </message>
    <message>
        <source>Write the folder in full, beginning with &quot;/&quot;, or choose one.</source>
        <translation>Schreiben Sie den Ordner vollständig, mit „/“ am Anfang, oder wählen Sie einen aus.</translation>
    </message>
    <message>
        <source>Choose at least one kind of file to keep.</source>
        <translation>Wählen Sie mindestens eine Art von Dateien aus, die behalten wird.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>as in the system&apos;s settings</source>
        <translation>wie in den Einstellungen des Systems</translation>
    </message>
    <message>
        <source>&amp;Proxy:</source>
        <translation>P&amp;roxy:</translation>
    </message>
    <message>
        <source>For every request, such as http://proxy:3128 or socks5://proxy:1080.</source>
        <translation>Für jede Anfrage, zum Beispiel http://proxy:3128 oder socks5://proxy:1080.</translation>
    </message>
    <message>
        <source>A proxy has an address with a port, such as http://proxy:3128 or socks5://proxy:1080.</source>
        <translation>Ein Proxy hat eine Adresse mit einem Port, wie http://proxy:3128 oder socks5://proxy:1080.</translation>
    </message>
    <message>
        <source>Leave the proxy&apos;s name and password out: they are not stored here.</source>
        <translation>Lassen Sie Name und Passwort des Proxys weg: Sie werden hier nicht gespeichert.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Kurzbefehle</translation>
    </message>
    <message>
        <source>%1 is used twice: for &quot;%2&quot; and for &quot;%3&quot;.</source>
        <translation>%1 ist doppelt vergeben: für „%2“ und für „%3“.</translation>
    </message>
</context>
<context>
    <name>gleaner::PreferencesDialog</name>
    <message>
        <source>Nothing is called like that.</source>
        <translation>So heißt hier nichts.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search preferences</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Of this page only; nothing holds before OK</source>
        <translation>Nur auf dieser Seite; vor „OK“ gilt nichts davon</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>gleaner::Preferring</name>
    <message>
        <source>The preferences could not be written; they hold until Gleaner is closed.</source>
        <translation>Die Einstellungen konnten nicht geschrieben werden; sie gelten, bis Gleaner geschlossen wird.</translation>
    </message>
    <message>
        <source>The preferences could not be read, so these are the defaults. The file is kept as &quot;%1&quot;.</source>
        <translation>Die Einstellungen konnten nicht gelesen werden, deshalb gelten die Vorgaben. Die Datei ist als „%1“ aufgehoben.</translation>
    </message>
</context>
<context>
    <name>gleaner::ProblemTexts</name>
    <message>
        <source>The server does not allow access. A browser in which you are signed in may get it.</source>
        <translation>Der Server erlaubt den Zugriff nicht. Ein Browser, in dem Sie angemeldet sind, bekommt die Seite vielleicht.</translation>
    </message>
    <message>
        <source>The links to these pages may be out of date. Trying again seldom helps; Details shows where they were found.</source>
        <translation>Die Links zu diesen Seiten könnten veraltet sein. Ein neuer Versuch hilft selten; „Einzelheiten“ zeigt, wo sie gefunden wurden.</translation>
    </message>
    <message>
        <source>The server asks us to slow down. Fewer workers, or more time between two requests, may help.</source>
        <translation>Der Server bittet um weniger Anfragen. Weniger Helfer oder mehr Zeit zwischen zwei Anfragen könnten genügen.</translation>
    </message>
    <message>
        <source>The server had an internal error. Not caused by your computer; try again later.</source>
        <translation>Der Server hatte einen internen Fehler. Ihr Rechner ist nicht die Ursache; versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The server answered with something else than the page.</source>
        <translation>Der Server hat mit etwas anderem als der Seite geantwortet.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The server&apos;s name could not be found. Check the spelling or your connection.</source>
        <translation>Der Name des Servers wurde nicht gefunden. Prüfen Sie die Schreibweise oder Ihre Verbindung.</translation>
    </message>
    <message>
        <source>The server is there, but takes no connection. It may be down for a while; try again later.</source>
        <translation>Der Server ist da, nimmt aber keine Verbindung an. Vielleicht ist er eine Weile außer Betrieb; versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The server closed the connection before it answered. Fewer workers may help.</source>
        <translation>Der Server hat die Verbindung geschlossen, bevor eine Antwort kam. Weniger Helfer könnten genügen.</translation>
    </message>
    <message>
        <source>The server did not answer in time. A longer time limit, or trying again later, may help.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet. Eine längere Frist oder ein späterer Versuch könnte helfen.</translation>
    </message>
    <message>
        <source>The server sent next to nothing for a long time. Try again later.</source>
        <translation>Der Server hat lange so gut wie nichts gesendet. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The server could not prove who it is, so nothing was downloaded from it.</source>
        <translation>Der Server konnte seine Identität nicht belegen, deshalb wurde nichts von ihm heruntergeladen.</translation>
    </message>
    <message>
        <source>The server sent less than it had announced. Trying again usually helps.</source>
        <translation>Der Server hat weniger gesendet als angekündigt. Ein neuer Versuch hilft meistens.</translation>
    </message>
    <message>
        <source>The answer is not a web server&apos;s. Is it the right address and port?</source>
        <translation>Die Antwort stammt nicht von einem Webserver. Sind Adresse und Port richtig?</translation>
    </message>
    <message>
        <source>The answer was packed wrongly. Only the server can mend that.</source>
        <translation>Die Antwort war falsch gepackt. Das lässt sich nur auf dem Server beheben.</translation>
    </message>
    <message>
        <source>The answer unpacks to more than is safe, so it was given up.</source>
        <translation>Die Antwort ergibt entpackt mehr, als sicher ist, deshalb wurde sie aufgegeben.</translation>
    </message>
    <message>
        <source>These addresses lead to each other in a circle. Some sites do so where a cookie or a sign-in is missing.</source>
        <translation>Diese Adressen führen im Kreis zueinander. Manche Websites tun das, wo ein Cookie oder eine Anmeldung fehlt.</translation>
    </message>
    <message>
        <source>Your proxy could not be used. Check its address, name and password.</source>
        <translation>Ihr Proxy war nicht benutzbar. Prüfen Sie seine Adresse, Name und Passwort.</translation>
    </message>
    <message>
        <source>No safe file name can be made of these addresses.</source>
        <translation>Aus diesen Adressen lässt sich kein sicherer Dateiname bilden.</translation>
    </message>
    <message>
        <source>The server asks for a name and password. Choose such an address in the tree, then Sign In in its menu; all of that server are tried again.</source>
        <translation>Der Server verlangt Name und Passwort. Eine solche Adresse im Baum auswählen, dann in ihrem Menü „Anmelden“; alle dieses Servers werden erneut versucht.</translation>
    </message>
    <message>
        <source>Your proxy asks for a name and password. Choose such an address in the tree, then Sign In in its menu.</source>
        <translation>Ihr Proxy verlangt Name und Passwort. Eine solche Adresse im Baum auswählen, dann in ihrem Menü „Anmelden“.</translation>
    </message>
</context>
<context>
    <name>gleaner::ProblemsDock</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Retry These</source>
        <translation>Diese erneut versuchen</translation>
    </message>
    <message>
        <source>Copy List</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Copy the addresses of the chosen rows, or of all, one per line</source>
        <translation>Die Adressen der ausgewählten Zeilen oder aller kopieren, eine je Zeile</translation>
    </message>
    <message>
        <source>Write the chosen rows, or all, to a table</source>
        <translation>Die ausgewählten Zeilen oder alle in eine Tabelle schreiben</translation>
    </message>
    <message>
        <source>Copy Addresses</source>
        <translation>Adressen kopieren</translation>
    </message>
    <message>
        <source>Problems %1</source>
        <translation>Probleme %1</translation>
    </message>
    <message>
        <source>Nothing has failed.</source>
        <translation>Nichts ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Choose a row, or a whole group.</source>
        <translation>Wählen Sie eine Zeile oder eine ganze Gruppe aus.</translation>
    </message>
    <message>
        <source>Ask again for what has failed in the chosen rows</source>
        <translation>Noch einmal abrufen, was in den ausgewählten Zeilen fehlgeschlagen ist</translation>
    </message>
    <message>
        <source>These are tried again by themselves.</source>
        <translation>Diese werden von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>Only the first %1 addresses were copied. Export writes all of them.</source>
        <translation>Nur die ersten %1 Adressen wurden kopiert. „Exportieren“ schreibt alle.</translation>
    </message>
    <message>
        <source>Export Problems</source>
        <translation>Probleme exportieren</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
</context>
<context>
    <name>gleaner::ProblemsModel</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, of which %2 are shown</source>
        <translation>%1, davon %2 gezeigt</translation>
    </message>
    <message>
        <source>Tries: %1</source>
        <translation>Versuche: %1</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was es bedeutet</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>Gefunden auf</translation>
    </message>
</context>
<context>
    <name>gleaner::Quitting</name>
    <message>
        <source>Quit Gleaner</source>
        <translation>Gleaner beenden</translation>
    </message>
    <message>
        <source>A download is still running. Stop it and quit? What is saved stays.</source>
        <translation>Ein Download läuft noch. Soll er gestoppt und Gleaner beendet werden? Was gespeichert ist, bleibt.</translation>
    </message>
    <message>
        <source>%1 downloads are still running or waiting. Stop them and quit? What is saved stays, and all of them can be continued.</source>
        <translation>%1 Downloads laufen noch oder warten. Sollen sie gestoppt und Gleaner beendet werden? Was gespeichert ist, bleibt, und alle können fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Stop and &amp;Quit</source>
        <translation>Stoppen und &amp;beenden</translation>
    </message>
    <message>
        <source>Stop All and &amp;Quit</source>
        <translation>Alle stoppen und &amp;beenden</translation>
    </message>
    <message>
        <source>Saving what is known of the downloads…</source>
        <translation>Was über die Downloads bekannt ist, wird gespeichert…</translation>
    </message>
    <message>
        <source>Nothing is lost if you do not wait; some files are then looked at once more.</source>
        <translation>Es geht nichts verloren, wenn Sie nicht warten; manche Dateien werden dann noch einmal angesehen.</translation>
    </message>
    <message>
        <source>Quit &amp;Now</source>
        <translation>&amp;Sofort beenden</translation>
    </message>
</context>
<context>
    <name>gleaner::Remedies</name>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Si&amp;gn In…</source>
        <translation>&amp;Anmelden…</translation>
    </message>
    <message>
        <source>Copy &amp;Details</source>
        <translation>Ein&amp;zelheiten kopieren</translation>
    </message>
    <message>
        <source>Open in Bro&amp;wser</source>
        <translation>Im Bro&amp;wser öffnen</translation>
    </message>
    <message>
        <source>Show Where It Was Fo&amp;und</source>
        <translation>Funds&amp;telle zeigen</translation>
    </message>
    <message>
        <source>Use Fewer Workers</source>
        <translation>Weniger Helfer einsetzen</translation>
    </message>
    <message>
        <source>Chan&amp;ge What Is Wanted…</source>
        <translation>&amp;Auswahl ändern…</translation>
    </message>
    <message>
        <source>Fetch What &amp;Was Set Aside</source>
        <translation>Be&amp;iseitegelegtes herunterladen</translation>
    </message>
</context>
<context>
    <name>gleaner::RemedyAction</name>
    <message>
        <source>The download has ended.</source>
        <translation>Der Download ist zu Ende.</translation>
    </message>
    <message>
        <source>It is a start address; no page led there.</source>
        <translation>Es ist eine Startadresse; keine Seite führte dorthin.</translation>
    </message>
    <message>
        <source>What most likely helps with this row</source>
        <translation>Was bei dieser Zeile am ehesten hilft</translation>
    </message>
</context>
<context>
    <name>gleaner::RemovalActions</name>
    <message>
        <source>Re&amp;move from View</source>
        <translation>Aus der A&amp;nsicht entfernen</translation>
    </message>
    <message>
        <source>No row is chosen.</source>
        <translation>Es ist keine Zeile ausgewählt.</translation>
    </message>
    <message>
        <source>Something is still waiting here; skip it first.</source>
        <translation>Hier wartet noch etwas; überspringen Sie es zuerst.</translation>
    </message>
    <message>
        <source>Files are being moved to the trash.</source>
        <translation>Es werden gerade Dateien in den Papierkorb verschoben.</translation>
    </message>
    <message>
        <source>Stop the download first; it works with its files.</source>
        <translation>Stoppen Sie den Download zuerst; er arbeitet mit seinen Dateien.</translation>
    </message>
    <message>
        <source>Nothing of this download was kept by which its files could be known.</source>
        <translation>Von diesem Download blieb nichts, woran seine Dateien zu erkennen wären.</translation>
    </message>
    <message>
        <source>Nothing is saved here.</source>
        <translation>Hier ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>Take the chosen rows out of sight; no file is touched</source>
        <translation>Die ausgewählten Zeilen ausblenden; keine Datei wird angerührt</translation>
    </message>
    <message>
        <source>Move the saved files of the chosen rows to the trash</source>
        <translation>Die gespeicherten Dateien der ausgewählten Zeilen in den Papierkorb verschieben</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln row(s) from View</source>
        <translation>
            <numerusform>%Ln Zeile aus der Ansicht entfernen</numerusform>
            <numerusform>%Ln Zeilen aus der Ansicht entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are out of sight until you undo it or begin the download again. The counts still include them, and their files stay.</source>
        <translation>
            <numerusform>%Ln Zeile ist ausgeblendet, bis Sie das rückgängig machen oder den Download neu beginnen. Die Zählungen enthalten sie weiterhin, und ihre Dateien bleiben.</numerusform>
            <numerusform>%Ln Zeilen sind ausgeblendet, bis Sie das rückgängig machen oder den Download neu beginnen. Die Zählungen enthalten sie weiterhin, und ihre Dateien bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete Saved Files</source>
        <translation>Gespeicherte Dateien löschen</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln saved file(s) to the trash?</source>
        <translation>
            <numerusform>%Ln gespeicherte Datei in den Papierkorb verschieben?</numerusform>
            <numerusform>%Ln gespeicherte Dateien in den Papierkorb verschieben?</numerusform>
        </translation>
    </message>
    <message>
        <source>Size: %1. Only files that Gleaner has written, and that nobody has changed since, are moved. They are not downloaded again unless you retry them.</source>
        <translation>Größe: %1. Verschoben werden nur Dateien, die Gleaner geschrieben und seither niemand geändert hat. Sie werden nicht wieder heruntergeladen, es sei denn, Sie versuchen sie erneut.</translation>
    </message>
    <message>
        <source>&amp;Move to Trash</source>
        <translation>In den Papierkorb &amp;verschieben</translation>
    </message>
    <message numerus="yes">
        <source>Moving %Ln file(s) to the trash…</source>
        <translation>
            <numerusform>%Ln Datei wird in den Papierkorb verschoben…</numerusform>
            <numerusform>%Ln Dateien werden in den Papierkorb verschoben…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are in the trash now.</source>
        <translation>
            <numerusform>%Ln Datei ist jetzt im Papierkorb.</numerusform>
            <numerusform>%Ln Dateien sind jetzt im Papierkorb.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were no longer there.</source>
        <translation>
            <numerusform>%Ln Datei war nicht mehr da.</numerusform>
            <numerusform>%Ln Dateien waren nicht mehr da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) stay, because somebody has changed or replaced them since.</source>
        <translation>
            <numerusform>%Ln Datei bleibt, weil jemand sie seither geändert oder ersetzt hat.</numerusform>
            <numerusform>%Ln Dateien bleiben, weil jemand sie seither geändert oder ersetzt hat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) stay, because your desktop&apos;s trash did not take them.</source>
        <translation>
            <numerusform>%Ln Datei bleibt, weil der Papierkorb sie nicht angenommen hat.</numerusform>
            <numerusform>%Ln Dateien bleiben, weil der Papierkorb sie nicht angenommen hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was saved there.</source>
        <translation>Dort war nichts gespeichert.</translation>
    </message>
    <message>
        <source>Delete &amp;Saved Files…</source>
        <translation>Gespeicherte Dateien &amp;löschen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are out of sight until you undo it or begin the download again. The counts still include them.</source>
        <translation>
            <numerusform>%Ln Zeile ist ausgeblendet, bis Sie das rückgängig machen oder den Download neu beginnen. Die Zählungen enthalten sie weiterhin.</numerusform>
            <numerusform>%Ln Zeilen sind ausgeblendet, bis Sie das rückgängig machen oder den Download neu beginnen. Die Zählungen enthalten sie weiterhin.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::Report</name>
    <message>
        <source>%1 more are not shown here; the reports as CSV and JSON have all.</source>
        <translation>%1 weitere sind hier nicht gezeigt; die Berichte als CSV und JSON haben alle.</translation>
    </message>
    <message>
        <source>Download of %1</source>
        <translation>Download von %1</translation>
    </message>
    <message>
        <source>and of %1</source>
        <translation>und von %1</translation>
    </message>
    <message>
        <source>Saved in %1; last changed %2.</source>
        <translation>Gespeichert in %1; zuletzt geändert %2.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Redirected</source>
        <translation>Umgeleitet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>All that are known</source>
        <translation>Alle bekannten</translation>
    </message>
    <message>
        <source>What failed, and why</source>
        <translation>Was fehlgeschlagen ist, und warum</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Nichts.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Linked from</source>
        <translation>Verlinkt von</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>By type</source>
        <translation>Nach Typ</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>By host</source>
        <translation>Nach Host</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>What was saved, and from where</source>
        <translation>Was gespeichert wurde, und woher</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation>Was ausgelassen wurde</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What is saved, but may not be what it should be</source>
        <translation>Was gespeichert ist, aber vielleicht nicht ist, was es sein sollte</translation>
    </message>
</context>
<context>
    <name>gleaner::RequestForm</name>
    <message>
        <source>Respect what ro&amp;bots ask for</source>
        <translation>Achten, worum robots.txt &amp;bittet</translation>
    </message>
    <message>
        <source> requests</source>
        <translation> Anfragen</translation>
    </message>
    <message>
        <source>So many requests to one host are under way at a time, and never more than workers.</source>
        <translation>So viele Anfragen an einen Host sind gleichzeitig unterwegs, und nie mehr als Helfer.</translation>
    </message>
    <message>
        <source>&amp;Wait between requests:</source>
        <translation>&amp;Pause zwischen Anfragen:</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>To one host; what its robots.txt asks for is kept in any case.</source>
        <translation>An einen Host; was dessen robots.txt verlangt, gilt in jedem Fall.</translation>
    </message>
    <message>
        <source>Speed &amp;limit:</source>
        <translation>Te&amp;mpogrenze:</translation>
    </message>
    <message>
        <source> KiB/s</source>
        <translation> KiB/s</translation>
    </message>
    <message>
        <source>Over all workers together.</source>
        <translation>Für alle Helfer zusammen.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>&amp;Give up after:</source>
        <translation>&amp;Aufgeben nach:</translation>
    </message>
    <message>
        <source> s without data</source>
        <translation> s ohne Daten</translation>
    </message>
    <message>
        <source>The request is tried again later.</source>
        <translation>Die Anfrage wird später erneut versucht.</translation>
    </message>
    <message>
        <source>The first one counts; the last one is made when all else is done.</source>
        <translation>Der erste zählt mit; der letzte folgt, wenn alles andere erledigt ist.</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Larger files are skipped.</source>
        <translation>Größere Dateien werden übersprungen.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>The download stops there and can be continued.</source>
        <translation>Der Download stoppt dort und kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>beliebig viele</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>Programmname</translation>
    </message>
    <message>
        <source>Gleaner&apos;s own</source>
        <translation>Der von Gleaner</translation>
    </message>
    <message>
        <source>As which program it introduces itself to servers.</source>
        <translation>Als welches Programm es sich bei Servern vorstellt.</translation>
    </message>
    <message>
        <source>&amp;User agent:</source>
        <translation>Pr&amp;ogrammname:</translation>
    </message>
    <message>
        <source>robots.txt, its waits, and links that are marked as not to be followed.</source>
        <translation>robots.txt, deren Wartezeiten und Links, denen nicht gefolgt werden soll.</translation>
    </message>
    <message>
        <source>A user agent can hold plain characters only.</source>
        <translation>Ein Programmname darf nur einfache Zeichen enthalten.</translation>
    </message>
    <message>
        <source>At &amp;most for one site:</source>
        <translation>H&amp;öchstens für eine Website:</translation>
    </message>
    <message>
        <source>T&amp;ries:</source>
        <translation>&amp;Versuche:</translation>
    </message>
    <message>
        <source>Largest &amp;file:</source>
        <translation>&amp;Größte Datei:</translation>
    </message>
    <message>
        <source>M&amp;ost files:</source>
        <translation>Höchstens &amp;Dateien:</translation>
    </message>
</context>
<context>
    <name>gleaner::RowActions</name>
    <message>
        <source>No program could be found that opens &quot;%1&quot;.</source>
        <translation>Es wurde kein Programm gefunden, das „%1“ öffnet.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no longer where it was saved.</source>
        <translation>„%1“ ist nicht mehr dort, wo es gespeichert wurde.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may be a program, so it is not opened from here.</source>
        <translation>„%1“ könnte ein Programm sein und wird deshalb nicht von hier aus geöffnet.</translation>
    </message>
    <message>
        <source>Copy &amp;Path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>No row is chosen.</source>
        <translation>Es ist keine Zeile ausgewählt.</translation>
    </message>
    <message>
        <source>Open the address itself, from the network</source>
        <translation>Die Adresse selbst öffnen, aus dem Netz</translation>
    </message>
    <message>
        <source>This is not a web address.</source>
        <translation>Das ist keine Webadresse.</translation>
    </message>
    <message>
        <source>Copy where the chosen rows are saved</source>
        <translation>Kopieren, wo die ausgewählten Zeilen gespeichert sind</translation>
    </message>
    <message>
        <source>Nothing is saved here.</source>
        <translation>Hier ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>Open in Bro&amp;wser</source>
        <translation>Im Bro&amp;wser öffnen</translation>
    </message>
</context>
<context>
    <name>gleaner::RulesDialog</name>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Change What Is Wanted</source>
        <translation>Auswahl ändern</translation>
    </message>
    <message>
        <source>All addresses that are known so far are judged anew. What is saved stays, and what is being downloaded is finished.</source>
        <translation>Alle bisher bekannten Adressen werden neu beurteilt. Was gespeichert ist, bleibt, und was gerade heruntergeladen wird, wird noch fertig.</translation>
    </message>
    <message>
        <source>Choose at least one kind of file to keep.</source>
        <translation>Wählen Sie mindestens eine Art von Dateien aus, die behalten wird.</translation>
    </message>
    <message>
        <source>Use for Ne&amp;xt Download</source>
        <translation>Für den nächsten Download &amp;verwenden</translation>
    </message>
    <message>
        <source>Appl&amp;y</source>
        <translation>An&amp;wenden</translation>
    </message>
</context>
<context>
    <name>gleaner::RulesForm</name>
    <message>
        <source>One pattern a line, for the whole address. * stands for anything, ? for one character: *.pdf, */archive/*</source>
        <translation>Ein Muster je Zeile, für die ganze Adresse. * steht für Beliebiges, ? für ein Zeichen: *.pdf, */archive/*</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Only addresses like</source>
        <translation>Nur Adressen wie</translation>
    </message>
    <message>
        <source>No addresses like</source>
        <translation>Keine Adressen wie</translation>
    </message>
    <message>
        <source>the start address&apos;s folder</source>
        <translation>des Ordners der Startadresse</translation>
    </message>
    <message>
        <source>this site</source>
        <translation>dieser Website</translation>
    </message>
    <message>
        <source>all sites of this domain</source>
        <translation>aller Websites dieser Domain</translation>
    </message>
    <message>
        <source>any site</source>
        <translation>jeder Website</translation>
    </message>
    <message>
        <source>Follow pages of</source>
        <translation>Seiten folgen</translation>
    </message>
    <message>
        <source>Which pages are followed. What a page needs to be shown may come from anywhere.</source>
        <translation>Welchen Seiten gefolgt wird. Was eine Seite zur Darstellung braucht, darf von überall kommen.</translation>
    </message>
    <message>
        <source>&amp;Follow pages of:</source>
        <translation>Seiten &amp;folgen:</translation>
    </message>
    <message>
        <source>&amp;Depth:</source>
        <translation>&amp;Tiefe:</translation>
    </message>
    <message>
        <source>Keep:</source>
        <translation>Behalten:</translation>
    </message>
    <message>
        <source>&amp;Only addresses like:</source>
        <translation>N&amp;ur Adressen wie:</translation>
    </message>
    <message>
        <source>&amp;No addresses like:</source>
        <translation>&amp;Keine Adressen wie:</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Clicks from the start address</source>
        <translation>Klicks von der Startadresse aus</translation>
    </message>
    <message>
        <source>Limit the depth</source>
        <translation>Tiefe begrenzen</translation>
    </message>
    <message>
        <source>What a page needs to be shown is not counted.</source>
        <translation>Was eine Seite zur Darstellung braucht, zählt nicht mit.</translation>
    </message>
    <message>
        <source>clicks from the start address</source>
        <translation>Klicks von der Startadresse aus</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>S&amp;eiten</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>&amp;Bilder</translation>
    </message>
    <message>
        <source>&amp;Styles</source>
        <translation>St&amp;ile</translation>
    </message>
    <message>
        <source>S&amp;cripts</source>
        <translation>Sk&amp;ripte</translation>
    </message>
    <message>
        <source>Fon&amp;ts</source>
        <translation>Sc&amp;hriften</translation>
    </message>
    <message>
        <source>&amp;Media</source>
        <translation>&amp;Medien</translation>
    </message>
    <message>
        <source>Doc&amp;uments</source>
        <translation>D&amp;okumente</translation>
    </message>
    <message>
        <source>&amp;Archives</source>
        <translation>&amp;Archive</translation>
    </message>
    <message>
        <source>Oth&amp;er</source>
        <translation>&amp;Sonstige</translation>
    </message>
    <message>
        <source>Pages are read for their links in any case.</source>
        <translation>Seiten werden in jedem Fall nach Links durchsucht.</translation>
    </message>
    <message>
        <source>And files that end in</source>
        <translation>Und Dateien, die enden auf</translation>
    </message>
    <message>
        <source>pdf, iso</source>
        <translation>pdf, iso</translation>
    </message>
    <message>
        <source>and files t&amp;hat end in:</source>
        <translation>und &amp;Dateien, die enden auf:</translation>
    </message>
</context>
<context>
    <name>gleaner::SavingForm</name>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>&amp;Links lead to the saved files</source>
        <translation>Links führen zu den ges&amp;peicherten Dateien</translation>
    </message>
    <message>
        <source>Names that ser&amp;vers give</source>
        <translation>&amp;Namen, die Server vergeben</translation>
    </message>
    <message>
        <source>Keep a we&amp;b archive (WARC) too</source>
        <translation>Auch ein Webar&amp;chiv (WARC) aufheben</translation>
    </message>
    <message>
        <source>Keep what an update &amp;replaces</source>
        <translation>Aufheben, was eine Aktualisierung erset&amp;zt</translation>
    </message>
    <message>
        <source>Saved pages can be read without a network; otherwise every byte stays as it was served.</source>
        <translation>Gespeicherte Seiten lassen sich ohne Netz lesen; sonst bleibt jedes Byte, wie es ausgeliefert wurde.</translation>
    </message>
    <message>
        <source>A file that is not a page gets the name that its server gives it, if it gives one.</source>
        <translation>Eine Datei, die keine Seite ist, bekommt den Namen, den ihr Server ihr gibt, wenn er einen gibt.</translation>
    </message>
    <message>
        <source>Each file&apos;s extended attributes say its address, so that other programs can show it.</source>
        <translation>Die erweiterten Attribute jeder Datei nennen ihre Adresse, damit andere Programme sie zeigen können.</translation>
    </message>
    <message>
        <source>Requests and answers are kept in the folder &quot;++warc&quot; of the download, and Export can make a WACZ file of them.</source>
        <translation>Anfragen und Antworten werden im Ordner „++warc“ des Downloads aufgehoben; „Exportieren“ kann daraus eine WACZ-Datei machen.</translation>
    </message>
    <message>
        <source>Old versions of files are kept in the folder &quot;++versions&quot; of the download.</source>
        <translation>Alte Fassungen von Dateien werden im Ordner „++versions“ des Downloads aufgehoben.</translation>
    </message>
    <message>
        <source>Note where files come from</source>
        <translation>Vermerken, woher Dateien kommen</translation>
    </message>
</context>
<context>
    <name>gleaner::ScanActions</name>
    <message>
        <source>Scan &amp;First</source>
        <translation>Zuerst s&amp;cannen</translation>
    </message>
    <message>
        <source>Tick What to Download</source>
        <translation>Ankreuzen, was heruntergeladen wird</translation>
    </message>
    <message>
        <source>Look what there is, and how large; then tick what is to be downloaded</source>
        <translation>Nachsehen, was da ist und wie groß; dann ankreuzen, was heruntergeladen werden soll</translation>
    </message>
    <message>
        <source>There is no download yet.</source>
        <translation>Es gibt noch keinen Download.</translation>
    </message>
    <message>
        <source>The scan is being stopped.</source>
        <translation>Der Scan wird gerade gestoppt.</translation>
    </message>
    <message>
        <source>Continue it first.</source>
        <translation>Setzen Sie ihn zuerst fort.</translation>
    </message>
    <message>
        <source>Nothing of it is kept to go on with.</source>
        <translation>Von ihm blieb nichts, womit er weitergehen könnte.</translation>
    </message>
    <message>
        <source>Tick what was found, and download that</source>
        <translation>Gefundenes ankreuzen und herunterladen</translation>
    </message>
    <message>
        <source>Scan a site first.</source>
        <translation>Scannen Sie zuerst eine Website.</translation>
    </message>
</context>
<context>
    <name>gleaner::SessionMessages</name>
    <message>
        <source>%1 Everything waits until then.</source>
        <translation>%1 Bis dahin wartet alles.</translation>
    </message>
    <message>
        <source>%1 files (%2) so far. Go on?</source>
        <translation>Bisher %1 Dateien (%2). Weitermachen?</translation>
    </message>
    <message>
        <source>Paused: %1 waiting</source>
        <translation>Pausiert: %1 warten</translation>
    </message>
    <message>
        <source>Paused – %1 – %2 of %3 – Gleaner</source>
        <translation>Pausiert – %1 – %2 von %3 – Gleaner</translation>
    </message>
    <message>
        <source>%1 – %2 of %3 – Gleaner</source>
        <translation>%1 – %2 von %3 – Gleaner</translation>
    </message>
    <message>
        <source>This download is not finished.</source>
        <translation>Dieser Download ist nicht fertig.</translation>
    </message>
    <message>
        <source>Queued: it begins when one of those that run has ended.</source>
        <translation>In der Warteschlange: Er beginnt, wenn einer der laufenden zu Ende ist.</translation>
    </message>
    <message>
        <source>Pausing: what is being downloaded is finished first.</source>
        <translation>Wird pausiert: Was gerade heruntergeladen wird, wird noch fertig.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt…</translation>
    </message>
    <message numerus="yes">
        <source>Finishing %Ln file(s)…</source>
        <translation>
            <numerusform>%Ln Datei wird noch fertig…</numerusform>
            <numerusform>%Ln Dateien werden noch fertig…</numerusform>
        </translation>
    </message>
    <message>
        <source>The page was saved, but has no links inside the start folder.</source>
        <translation>Die Seite wurde gespeichert, hat aber keine Links innerhalb des Startordners.</translation>
    </message>
    <message>
        <source>The page was saved, but has no links inside its site.</source>
        <translation>Die Seite wurde gespeichert, hat aber keine Links innerhalb ihrer Website.</translation>
    </message>
    <message>
        <source>The page was saved, but has no links inside its domain.</source>
        <translation>Die Seite wurde gespeichert, hat aber keine Links innerhalb ihrer Domain.</translation>
    </message>
    <message>
        <source>The page was saved, but has no links to other pages.</source>
        <translation>Die Seite wurde gespeichert, hat aber keine Links zu anderen Seiten.</translation>
    </message>
    <message>
        <source>No connection – %1 – %2 of %3 – Gleaner</source>
        <translation>Keine Verbindung – %1 – %2 von %3 – Gleaner</translation>
    </message>
    <message>
        <source>&amp;Try Now</source>
        <translation>&amp;Jetzt versuchen</translation>
    </message>
    <message>
        <source>Ask at once whether the servers answer</source>
        <translation>Sofort fragen, ob die Server antworten</translation>
    </message>
    <message>
        <source>Stop &amp;Now</source>
        <translation>&amp;Sofort stoppen</translation>
    </message>
    <message>
        <source>Do not wait; what is being saved now is looked at when the download goes on</source>
        <translation>Nicht warten; was gerade gespeichert wird, wird angesehen, wenn der Download weitergeht</translation>
    </message>
    <message>
        <source>Open Start &amp;Page</source>
        <translation>Start&amp;seite öffnen</translation>
    </message>
    <message>
        <source>Open the first saved page</source>
        <translation>Die erste gespeicherte Seite öffnen</translation>
    </message>
    <message>
        <source>&amp;Widen Scope…</source>
        <translation>&amp;Umfang erweitern…</translation>
    </message>
    <message>
        <source>Follow links to more pages</source>
        <translation>Links zu mehr Seiten folgen</translation>
    </message>
    <message>
        <source>Start Page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message>
        <source>No connection. Waiting to try again; nothing counts as failed meanwhile.</source>
        <translation>Keine Verbindung. Es wird gewartet und erneut versucht; bis dahin gilt nichts als fehlgeschlagen.</translation>
    </message>
</context>
<context>
    <name>gleaner::SignIn</name>
    <message>
        <source>Sign In…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>The system&apos;s settings chose this proxy; its name and password belong there.</source>
        <translation>Die Einstellungen des Systems haben diesen Proxy gewählt; sein Name und Passwort gehören dorthin.</translation>
    </message>
    <message>
        <source>Give a name and a password, and try again</source>
        <translation>Name und Passwort angeben und erneut versuchen</translation>
    </message>
    <message>
        <source>No row is chosen that asks for a name and a password.</source>
        <translation>Es ist keine Zeile ausgewählt, die Name und Passwort verlangt.</translation>
    </message>
    <message>
        <source>The proxy</source>
        <translation>Der Proxy</translation>
    </message>
    <message>
        <source>There is no keyring that takes the password; it is forgotten when Gleaner is closed.</source>
        <translation>Es gibt keinen Schlüsselbund, der das Passwort aufnimmt; es wird vergessen, wenn Gleaner geschlossen wird.</translation>
    </message>
    <message>
        <source>It is tried again with this name when the download has ended.</source>
        <translation>Mit diesem Namen wird es erneut versucht, wenn der Download zu Ende ist.</translation>
    </message>
</context>
<context>
    <name>gleaner::SignInDialog</name>
    <message>
        <source>&amp;Remember it in the keyring</source>
        <translation>Im Schlüsselbund &amp;merken</translation>
    </message>
    <message>
        <source>Sign In</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>%1 asks for a name and a password.</source>
        <translation>%1 verlangt Name und Passwort.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Otherwise it is forgotten when Gleaner is closed.</source>
        <translation>Sonst wird es vergessen, wenn Gleaner geschlossen wird.</translation>
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Passwort:</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>A name cannot hold a colon.</source>
        <translation>Ein Name darf keinen Doppelpunkt enthalten.</translation>
    </message>
</context>
<context>
    <name>gleaner::SleepInhibitor</name>
    <message>
        <source>Something is being downloaded</source>
        <translation>Etwas wird heruntergeladen</translation>
    </message>
</context>
<context>
    <name>gleaner::SpeedDock</name>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>Letzte Minute</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>Letzte 5 Minuten</translation>
    </message>
    <message>
        <source>Last 30 minutes</source>
        <translation>Letzte 30 Minuten</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Now %1, peak %2, mean %3</source>
        <translation>Jetzt %1, Spitze %2, Mittel %3</translation>
    </message>
</context>
<context>
    <name>gleaner::SpeedGraph</name>
    <message>
        <source>Speed over time</source>
        <translation>Tempo im Zeitverlauf</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>gleaner::Statistics</name>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Addresses found</source>
        <translation>Gefundene Adressen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Unchanged since an earlier run</source>
        <translation>Unverändert seit einem früheren Lauf</translation>
    </message>
    <message>
        <source>Redirected</source>
        <translation>Umgeleitet</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Heruntergeladen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Helfer</translation>
    </message>
    <message>
        <source>Speed now</source>
        <translation>Tempo jetzt</translation>
    </message>
    <message>
        <source>Highest speed of the last half hour</source>
        <translation>Höchstes Tempo der letzten halben Stunde</translation>
    </message>
    <message>
        <source>Mean speed of the last half hour</source>
        <translation>Mittleres Tempo der letzten halben Stunde</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Verbleibende Zeit</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Freier Platz</translation>
    </message>
</context>
<context>
    <name>gleaner::StatisticsDialog</name>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Statistics of the download</source>
        <translation>Statistik des Downloads</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>gleaner::StatusLine</name>
    <message>
        <source>Unchanged since an earlier run</source>
        <translation>Unverändert seit einem früheren Lauf</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Heruntergeladen</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Done, of all addresses found so far</source>
        <translation>Erledigt, von allen bisher gefundenen Adressen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 found so far</source>
        <translation>%1 von %2 bisher gefundenen</translation>
    </message>
    <message>
        <source>%1 unchanged</source>
        <translation>%1 unverändert</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Stat&amp;istics</source>
        <translation>Statisti&amp;k</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Helfer</translation>
    </message>
    <message>
        <source>Free space where the files are saved</source>
        <translation>Freier Platz, wo die Dateien gespeichert werden</translation>
    </message>
    <message>
        <source>There is no download yet.</source>
        <translation>Es gibt noch keinen Download.</translation>
    </message>
    <message>
        <source>All sums of the download</source>
        <translation>Alle Summen des Downloads</translation>
    </message>
    <message numerus="yes">
        <source>%Ln worker(s)</source>
        <translation>
            <numerusform>%Ln Helfer</numerusform>
            <numerusform>%Ln Helfer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, about %2 left</source>
        <translation>%1, noch etwa %2</translation>
    </message>
    <message>
        <source>%1 selected, %2</source>
        <translation>%1 ausgewählt, %2</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>The chosen rows, and what is saved of them</source>
        <translation>Die ausgewählten Zeilen und was von ihnen gespeichert ist</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>Only %1 free</source>
        <translation>Nur %1 frei</translation>
    </message>
</context>
<context>
    <name>gleaner::Texts</name>
    <message>
        <source>outside the start folder</source>
        <translation>außerhalb des Startordners</translation>
    </message>
    <message>
        <source>other site</source>
        <translation>andere Website</translation>
    </message>
    <message>
        <source>other domain</source>
        <translation>andere Domain</translation>
    </message>
    <message>
        <source>outside what was asked for</source>
        <translation>außerhalb des Gewünschten</translation>
    </message>
    <message>
        <source>too many links away from the start</source>
        <translation>zu viele Links vom Start entfernt</translation>
    </message>
    <message>
        <source>excluded by a pattern</source>
        <translation>durch ein Muster ausgeschlossen</translation>
    </message>
    <message>
        <source>type not wanted</source>
        <translation>Typ nicht gewünscht</translation>
    </message>
    <message>
        <source>larger than the limit</source>
        <translation>größer als die Grenze</translation>
    </message>
    <message>
        <source>the download&apos;s limit was reached</source>
        <translation>die Grenze des Downloads war erreicht</translation>
    </message>
    <message>
        <source>robots.txt asks not to</source>
        <translation>robots.txt bittet darum</translation>
    </message>
    <message>
        <source>the page asks not to follow it</source>
        <translation>die Seite bittet, dem nicht zu folgen</translation>
    </message>
    <message>
        <source>not a web address</source>
        <translation>keine Webadresse</translation>
    </message>
    <message>
        <source>leads into a private network</source>
        <translation>führt in ein privates Netz</translation>
    </message>
    <message>
        <source>leads from a secure page to an insecure one</source>
        <translation>führt von einer sicheren Seite zu einer unsicheren</translation>
    </message>
    <message>
        <source>set aside, there seems to be no end of its kind</source>
        <translation>beiseitegelegt, von dieser Art scheint es kein Ende zu geben</translation>
    </message>
    <message>
        <source>the server has nothing there</source>
        <translation>der Server hat dort nichts</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>von Ihnen</translation>
    </message>
    <message>
        <source>name and password needed (401)</source>
        <translation>Name und Passwort nötig (401)</translation>
    </message>
    <message>
        <source>access not allowed (%1)</source>
        <translation>Zugriff nicht erlaubt (%1)</translation>
    </message>
    <message>
        <source>page not found (404)</source>
        <translation>Seite nicht gefunden (404)</translation>
    </message>
    <message>
        <source>page no longer there (410)</source>
        <translation>Seite nicht mehr vorhanden (410)</translation>
    </message>
    <message>
        <source>server asks to slow down (429)</source>
        <translation>Server bittet um weniger Anfragen (429)</translation>
    </message>
    <message>
        <source>server busy (503)</source>
        <translation>Server ausgelastet (503)</translation>
    </message>
    <message>
        <source>server error (%1)</source>
        <translation>Serverfehler (%1)</translation>
    </message>
    <message>
        <source>server answered with status %1</source>
        <translation>Server antwortete mit Status %1</translation>
    </message>
    <message>
        <source>server name not found</source>
        <translation>Servername nicht gefunden</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine Antwort in der Frist</translation>
    </message>
    <message>
        <source>too slow</source>
        <translation>zu langsam</translation>
    </message>
    <message>
        <source>server&apos;s identity not proven</source>
        <translation>Identität des Servers nicht belegt</translation>
    </message>
    <message>
        <source>the file ended early</source>
        <translation>die Datei endete zu früh</translation>
    </message>
    <message>
        <source>the answer makes no sense</source>
        <translation>die Antwort ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>the answer could not be unpacked</source>
        <translation>die Antwort ließ sich nicht entpacken</translation>
    </message>
    <message>
        <source>the answer is too large</source>
        <translation>die Antwort ist zu groß</translation>
    </message>
    <message>
        <source>redirected too often</source>
        <translation>zu oft umgeleitet</translation>
    </message>
    <message>
        <source>the proxy could not be used</source>
        <translation>der Proxy war nicht benutzbar</translation>
    </message>
    <message>
        <source>name and password needed</source>
        <translation>Name und Passwort nötig</translation>
    </message>
    <message>
        <source>no safe file name can be made</source>
        <translation>kein sicherer Dateiname möglich</translation>
    </message>
    <message>
        <source>certificate expired</source>
        <translation>Zertifikat abgelaufen</translation>
    </message>
    <message>
        <source>certificate not valid yet; is your clock right?</source>
        <translation>Zertifikat noch nicht gültig; geht Ihre Uhr richtig?</translation>
    </message>
    <message>
        <source>certificate belongs to another name</source>
        <translation>Zertifikat gehört zu einem anderen Namen</translation>
    </message>
    <message>
        <source>certificate from an issuer that is not trusted here</source>
        <translation>Zertifikat eines Ausstellers, dem hier nicht vertraut wird</translation>
    </message>
    <message>
        <source>certificate signed by nobody but itself</source>
        <translation>Zertifikat nur von sich selbst beglaubigt</translation>
    </message>
    <message>
        <source>certificate revoked</source>
        <translation>Zertifikat widerrufen</translation>
    </message>
    <message>
        <source>certificate not made for servers</source>
        <translation>Zertifikat nicht für Server gedacht</translation>
    </message>
    <message>
        <source>certificate not acceptable</source>
        <translation>Zertifikat nicht annehmbar</translation>
    </message>
    <message>
        <source>no secure connection came about</source>
        <translation>keine sichere Verbindung zustande gekommen</translation>
    </message>
    <message>
        <source>%1 asks for a name and password.</source>
        <translation>%1 verlangt Name und Passwort.</translation>
    </message>
    <message>
        <source>%1 does not allow access to this page.</source>
        <translation>%1 erlaubt den Zugriff auf diese Seite nicht.</translation>
    </message>
    <message>
        <source>Page not found (%1). The link to it may be out of date.</source>
        <translation>Seite nicht gefunden (%1). Der Link dorthin könnte veraltet sein.</translation>
    </message>
    <message>
        <source>%1 asks us to slow down. Fewer workers may help.</source>
        <translation>%1 bittet um weniger Anfragen. Weniger Helfer könnten genügen.</translation>
    </message>
    <message>
        <source>%1 had an internal error (%2). Not caused by your computer.</source>
        <translation>%1 hatte einen internen Fehler (%2). Ihr Rechner ist nicht die Ursache.</translation>
    </message>
    <message>
        <source>%1 answered with status %2 instead of the page.</source>
        <translation>%1 antwortete mit Status %2 statt mit der Seite.</translation>
    </message>
    <message>
        <source>The server name &quot;%1&quot; could not be found. Check the spelling or your connection.</source>
        <translation>Der Servername „%1“ wurde nicht gefunden. Prüfen Sie die Schreibweise oder Ihre Verbindung.</translation>
    </message>
    <message>
        <source>%1 refused the connection. Is it the right port, and does the server run?</source>
        <translation>%1 hat die Verbindung abgelehnt. Ist es der richtige Port, und läuft der Server?</translation>
    </message>
    <message>
        <source>%1 closed the connection before it answered.</source>
        <translation>%1 hat die Verbindung geschlossen, bevor eine Antwort kam.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. If other sites do not answer either, check your connection.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet. Wenn auch andere Websites nicht antworten, prüfen Sie Ihre Verbindung.</translation>
    </message>
    <message>
        <source>%1 sent the file too slowly.</source>
        <translation>%1 hat die Datei zu langsam gesendet.</translation>
    </message>
    <message>
        <source>The identity of %1 could not be proven. Nothing was downloaded.</source>
        <translation>Die Identität von %1 ließ sich nicht belegen. Es wurde nichts heruntergeladen.</translation>
    </message>
    <message>
        <source>The identity of %1 could not be proven (%2). Nothing was downloaded.</source>
        <translation>Die Identität von %1 ließ sich nicht belegen (%2). Es wurde nichts heruntergeladen.</translation>
    </message>
    <message>
        <source>The file ended early: %1 sent less than it had announced.</source>
        <translation>Die Datei endete zu früh: %1 hat weniger gesendet als angekündigt.</translation>
    </message>
    <message>
        <source>What %1 answered is not a web page&apos;s answer.</source>
        <translation>Was %1 geantwortet hat, ist nicht die Antwort einer Webseite.</translation>
    </message>
    <message>
        <source>What %1 sent was packed wrongly and could not be unpacked.</source>
        <translation>Was %1 gesendet hat, war falsch gepackt und ließ sich nicht entpacken.</translation>
    </message>
    <message>
        <source>What %1 sent was larger than it may be.</source>
        <translation>Was %1 gesendet hat, war größer als erlaubt.</translation>
    </message>
    <message>
        <source>Your proxy could not be used. Check its address, name and password.</source>
        <translation>Ihr Proxy war nicht benutzbar. Prüfen Sie seine Adresse, Name und Passwort.</translation>
    </message>
    <message>
        <source>%1 no longer has this page (%2). The file that was saved earlier stays.</source>
        <translation>%1 hat diese Seite nicht mehr (%2). Die früher gespeicherte Datei bleibt.</translation>
    </message>
    <message>
        <source>%1 The file that was saved earlier stays.</source>
        <translation>%1 Die früher gespeicherte Datei bleibt.</translation>
    </message>
    <message>
        <source>The robots.txt of %1 asks programs not to fetch this page.</source>
        <translation>Die robots.txt von %1 bittet Programme, diese Seite nicht abzurufen.</translation>
    </message>
    <message>
        <source>There seems to be no end of addresses like this one, so it was set aside. Download &gt; Set Aside fetches it.</source>
        <translation>Adressen wie diese scheinen kein Ende zu nehmen, deshalb wurde sie beiseitegelegt. „Download &gt; Beiseitegelegt“ ruft sie ab.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Lädt herunter</translation>
    </message>
    <message>
        <source>Reading links</source>
        <translation>Liest Links</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>Versucht es erneut</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Redirected</source>
        <translation>Umgeleitet</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Saved (new)</source>
        <translation>Gespeichert (neu)</translation>
    </message>
    <message>
        <source>Saved (new; the server did not say how long it is)</source>
        <translation>Gespeichert (neu; der Server hat die Länge nicht genannt)</translation>
    </message>
    <message>
        <source>Saved (changed)</source>
        <translation>Gespeichert (geändert)</translation>
    </message>
    <message>
        <source>Saved (changed; the server did not say how long it is)</source>
        <translation>Gespeichert (geändert; der Server hat die Länge nicht genannt)</translation>
    </message>
    <message>
        <source>Saved (the server did not say how long it is)</source>
        <translation>Gespeichert (der Server hat die Länge nicht genannt)</translation>
    </message>
    <message>
        <source>Failed: no longer on the server (%1); the earlier file stays</source>
        <translation>Fehlgeschlagen: nicht mehr auf dem Server (%1); die frühere Datei bleibt</translation>
    </message>
    <message>
        <source>Failed: %1 (%2); the earlier file stays</source>
        <translation>Fehlgeschlagen: %1 (%2); die frühere Datei bleibt</translation>
    </message>
    <message>
        <source>Failed: %1 (%2)</source>
        <translation>Fehlgeschlagen: %1 (%2)</translation>
    </message>
    <message>
        <source>Failed: %1; the earlier file stays</source>
        <translation>Fehlgeschlagen: %1; die frühere Datei bleibt</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Redirected to %1</source>
        <translation>Umgeleitet zu %1</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>Übersprungen: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Untätig</translation>
    </message>
    <message>
        <source>Waiting for server</source>
        <translation>Wartet auf den Server</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Schließt ab</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a folder. Choose another folder to save in.</source>
        <translation>„%1“ ist kein Ordner. Wählen Sie einen anderen Ordner zum Speichern.</translation>
    </message>
    <message>
        <source>Nothing can be written to &quot;%1&quot;. Choose another folder, or change its permissions.</source>
        <translation>In „%1“ kann nichts geschrieben werden. Wählen Sie einen anderen Ordner, oder ändern Sie seine Rechte.</translation>
    </message>
    <message>
        <source>No space is left for &quot;%1&quot;. Free some space, or choose another folder.</source>
        <translation>Für „%1“ ist kein Platz mehr. Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; is no longer there. Was a drive removed?</source>
        <translation>Der Ordner „%1“ ist nicht mehr da. Wurde ein Datenträger entfernt?</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a link to somewhere else, where a file should be saved. Move the link away, or choose another folder.</source>
        <translation>„%1“ ist eine Verknüpfung nach anderswo, wo eine Datei gespeichert werden sollte. Verschieben Sie die Verknüpfung, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not Gleaner&apos;s, or cannot be read, and Gleaner needs that name. Rename it, or choose another folder.</source>
        <translation>„%1“ ist nicht von Gleaner oder nicht lesbar, und Gleaner braucht diesen Namen. Benennen Sie es um, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Another Gleaner is downloading to &quot;%1&quot; already. Wait until it has finished, or choose another folder.</source>
        <translation>Ein anderer Gleaner lädt bereits nach „%1“ herunter. Warten Sie, bis er fertig ist, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>A newer version of Gleaner has downloaded to &quot;%1&quot;. Use that one, or choose another folder.</source>
        <translation>Eine neuere Version von Gleaner hat nach „%1“ heruntergeladen. Benutzen Sie diese, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>What Gleaner has to remember of this download cannot be kept in &quot;%1&quot;. Is your home folder full, or not writable?</source>
        <translation>Was sich Gleaner zu diesem Download merken muss, kann nicht in „%1“ gespeichert werden. Ist Ihr persönlicher Ordner voll oder nicht beschreibbar?</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be written (%2).</source>
        <translation>„%1“ konnte nicht geschrieben werden (%2).</translation>
    </message>
    <message>
        <source>Type the address of a web page, such as https://example.org/.</source>
        <translation>Geben Sie die Adresse einer Webseite ein, zum Beispiel https://example.org/.</translation>
    </message>
    <message>
        <source>This is too long for a web address.</source>
        <translation>Das ist zu lang für eine Webadresse.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a web address: it must begin with https:// or http://.</source>
        <translation>„%1“ ist keine Webadresse: Sie muss mit https:// oder http:// beginnen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no server. An address looks like https://example.org/.</source>
        <translation>„%1“ nennt keinen Server. Eine Adresse sieht aus wie https://example.org/.</translation>
    </message>
    <message>
        <source>The address holds a user name or a password. Leave them out.</source>
        <translation>Die Adresse enthält einen Benutzernamen oder ein Passwort. Lassen Sie beides weg.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a web address. An address looks like https://example.org/.</source>
        <translation>„%1“ ist keine Webadresse. Eine Adresse sieht aus wie https://example.org/.</translation>
    </message>
    <message>
        <source>Your proxy asks for a name and password.</source>
        <translation>Ihr Proxy verlangt Name und Passwort.</translation>
    </message>
    <message>
        <source>%1 redirects this address in a circle, or too often.</source>
        <translation>%1 leitet diese Adresse im Kreis um oder zu oft.</translation>
    </message>
    <message>
        <source>Your computer cannot store a file under a name made of this address.</source>
        <translation>Ihr Rechner kann unter einem Namen aus dieser Adresse keine Datei speichern.</translation>
    </message>
    <message>
        <source>You asked for other pages only; this one is left out (%1).</source>
        <translation>Sie wollten nur andere Seiten; diese ist ausgelassen (%1).</translation>
    </message>
    <message>
        <source>You asked for fewer clicks from the start address than lead to %1.</source>
        <translation>Sie wollten weniger Klicks von der Startadresse aus, als zu %1 führen.</translation>
    </message>
    <message>
        <source>A pattern of yours leaves this address out.</source>
        <translation>Ein Muster von Ihnen lässt diese Adresse aus.</translation>
    </message>
    <message>
        <source>You did not ask for files of this kind.</source>
        <translation>Dateien dieser Art wollten Sie nicht.</translation>
    </message>
    <message>
        <source>What %1 has there is larger than the limit you have set.</source>
        <translation>Was %1 dort hat, ist größer als die Grenze, die Sie gesetzt haben.</translation>
    </message>
    <message>
        <source>A limit of the download was reached before %1 was asked for this.</source>
        <translation>Eine Grenze des Downloads war erreicht, bevor %1 danach gefragt wurde.</translation>
    </message>
    <message>
        <source>The page with this link asks programs not to follow it.</source>
        <translation>Die Seite mit diesem Link bittet Programme, ihm nicht zu folgen.</translation>
    </message>
    <message>
        <source>This is not a web address, so there is nothing to download.</source>
        <translation>Das ist keine Webadresse, also gibt es nichts herunterzuladen.</translation>
    </message>
    <message>
        <source>%1 lies in a private network, into which a page of the internet must not lead Gleaner.</source>
        <translation>%1 liegt in einem privaten Netz, in das eine Seite des Internets Gleaner nicht führen darf.</translation>
    </message>
    <message>
        <source>A secure page leads to %1 without encryption. Gleaner does not follow.</source>
        <translation>Eine sichere Seite führt unverschlüsselt zu %1. Gleaner folgt nicht.</translation>
    </message>
    <message>
        <source>%1 answered that there is nothing at this address.</source>
        <translation>%1 hat geantwortet, dass es unter dieser Adresse nichts gibt.</translation>
    </message>
    <message>
        <source>You did not want this address. Retry downloads it.</source>
        <translation>Sie wollten diese Adresse nicht. „Erneut versuchen“ lädt sie herunter.</translation>
    </message>
    <message>
        <source>%1 seems to have asked for consent first instead of sending this page.</source>
        <translation>%1 hat anscheinend erst um Zustimmung gebeten, statt diese Seite zu senden.</translation>
    </message>
    <message>
        <source>%1 says that there is no such page, though it calls that a success.</source>
        <translation>%1 sagt, dass es diese Seite nicht gibt, nennt das aber einen Erfolg.</translation>
    </message>
    <message>
        <source>%1 sends the same page for many addresses; perhaps none of them is there.</source>
        <translation>%1 sendet für viele Adressen dieselbe Seite; vielleicht gibt es keine davon.</translation>
    </message>
    <message>
        <source>Something unexpected happened (%1). Please report it.</source>
        <translation>Etwas Unerwartetes ist geschehen (%1). Bitte melden Sie es.</translation>
    </message>
    <message>
        <source>the proxy needs a name and password (407)</source>
        <translation>der Proxy verlangt Name und Passwort (407)</translation>
    </message>
    <message>
        <source>perhaps only a login page</source>
        <translation>vielleicht nur eine Anmeldeseite</translation>
    </message>
    <message>
        <source>perhaps only a question for consent</source>
        <translation>vielleicht nur eine Bitte um Zustimmung</translation>
    </message>
    <message>
        <source>perhaps only a &quot;not found&quot; page</source>
        <translation>vielleicht nur eine „Nicht gefunden“-Seite</translation>
    </message>
    <message>
        <source>the same as many others</source>
        <translation>gleich wie viele andere</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Unchanged: %1</source>
        <translation>Unverändert: %1</translation>
    </message>
    <message>
        <source>Redirected: %1</source>
        <translation>Umgeleitet: %1</translation>
    </message>
    <message>
        <source>You have decided what is fetched from %1. View &gt; Hosts changes that.</source>
        <translation>Sie haben entschieden, was von %1 abgerufen wird. „Ansicht &gt; Hosts“ ändert das.</translation>
    </message>
    <message>
        <source>A scan has found this, and it was not ticked. Download &gt; Tick What to Download has it.</source>
        <translation>Ein Scan hat dies gefunden, und es wurde nicht angekreuzt. „Download &gt; Ankreuzen, was heruntergeladen wird“ zeigt es.</translation>
    </message>
    <message>
        <source>its host is not wanted</source>
        <translation>sein Host ist nicht gewünscht</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>nicht angekreuzt</translation>
    </message>
    <message>
        <source>Not ticked</source>
        <translation>Nicht angekreuzt</translation>
    </message>
    <message>
        <source>%1 seems to have sent a login page instead of this one. Sign in there in a browser, and bring its cookies: New Download, Advanced, Requests.</source>
        <translation>%1 hat statt dieser Seite anscheinend eine Anmeldeseite gesendet. Melden Sie sich dort in einem Browser an, und bringen Sie dessen Cookies mit: Neuer Download, Erweitert, Anfragen.</translation>
    </message>
    <message>
        <source>%1 has no such page (%2). Check the address.</source>
        <translation>%1 hat keine solche Seite (%2). Bitte prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Downloading, no data for %1 s</source>
        <translation>Lädt herunter, seit %1 s ohne Daten</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a web address. Did you mean %2?</source>
        <translation>„%1“ ist keine Webadresse. Meinten Sie %2?</translation>
    </message>
</context>
<context>
    <name>gleaner::TrapActions</name>
    <message>
        <source>Nothing was set aside.</source>
        <translation>Es wurde nichts beiseitegelegt.</translation>
    </message>
    <message>
        <source>What there seems to be no end of: calendars, counters and the like</source>
        <translation>Was kein Ende zu nehmen scheint: Kalender, Zähler und dergleichen</translation>
    </message>
    <message>
        <source>Fetch them as well; no more of their kind are set aside</source>
        <translation>Auch sie herunterladen; von ihrer Art wird nichts mehr beiseitegelegt</translation>
    </message>
    <message>
        <source>%1 One more group can be fetched from the Download menu.</source>
        <translation>%1 Im Menü „Download“ lässt sich noch eine Gruppe abrufen.</translation>
    </message>
    <message>
        <source>%1 %2 more groups can be fetched from the Download menu.</source>
        <translation>%1 Im Menü „Download“ lassen sich %2 weitere Gruppen abrufen.</translation>
    </message>
    <message>
        <source>&amp;All %1 Groups</source>
        <translation>&amp;Alle %1 Gruppen</translation>
    </message>
</context>
<context>
    <name>gleaner::TrapText</name>
    <message>
        <source>%1 further on in a calendar without end</source>
        <translation>%1 weiter vorn in einem Kalender ohne Ende</translation>
    </message>
    <message>
        <source>%1 further back in a calendar without end</source>
        <translation>%1 weiter zurück in einem Kalender ohne Ende</translation>
    </message>
    <message>
        <source>%1 below copies of one page, ever deeper</source>
        <translation>%1 unter Kopien einer Seite, immer tiefer</translation>
    </message>
    <message>
        <source>Set aside: %1 (%2).</source>
        <translation>Beiseitegelegt: %1 (%2).</translation>
    </message>
    <message>
        <source>of many kinds</source>
        <translation>von vielen Arten</translation>
    </message>
    <message>
        <source>such as %1</source>
        <translation>zum Beispiel %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln whose paths repeat themselves</source>
        <translation>
            <numerusform>%Ln, deren Pfad sich wiederholt</numerusform>
            <numerusform>%Ln, deren Pfade sich wiederholen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that are known pages under another session</source>
        <translation>
            <numerusform>%Ln, die eine bekannte Seite unter einer anderen Sitzung ist</numerusform>
            <numerusform>%Ln, die bekannte Seiten unter einer anderen Sitzung sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that are counted on without end</source>
        <translation>
            <numerusform>%Ln, die ohne Ende weitergezählt wird</numerusform>
            <numerusform>%Ln, die ohne Ende weitergezählt werden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::Tray</name>
    <message>
        <source>&amp;Show or Hide</source>
        <translation>&amp;Ein- oder ausblenden</translation>
    </message>
</context>
<context>
    <name>gleaner::TreeModel</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>Gefunden auf</translation>
    </message>
    <message>
        <source>Saved as</source>
        <translation>Gespeichert als</translation>
    </message>
    <message>
        <source>%1, site, %2</source>
        <translation>%1, Website, %2</translation>
    </message>
    <message>
        <source>%1, folder, %2</source>
        <translation>%1, Ordner, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>(index)</source>
        <translation>(Index)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>%1 unchanged</source>
        <translation>%1 unverändert</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 übersprungen</translation>
    </message>
    <message>
        <source>Redirected</source>
        <translation>Umgeleitet</translation>
    </message>
    <message>
        <source>start address</source>
        <translation>Startadresse</translation>
    </message>
    <message>
        <source>Tries: %1</source>
        <translation>Versuche: %1</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>Einzelheiten: %1</translation>
    </message>
    <message>
        <source>Found on %1 (%2)</source>
        <translation>Gefunden auf %1 (%2)</translation>
    </message>
    <message>
        <source>Found in %1</source>
        <translation>Gefunden in %1</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Its server calls it %1</source>
        <translation>Ihr Server nennt sie %1</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>Nicht mehr da</translation>
    </message>
</context>
<context>
    <name>gleaner::TreeView</name>
    <message>
        <source>Found addresses</source>
        <translation>Gefundene Adressen</translation>
    </message>
</context>
<context>
    <name>gleaner::Undoing</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>Nothing was done that can be undone.</source>
        <translation>Es wurde nichts getan, was sich rückgängig machen lässt.</translation>
    </message>
    <message>
        <source>Take back what was done last</source>
        <translation>Zurücknehmen, was zuletzt getan wurde</translation>
    </message>
    <message>
        <source>Nothing was undone.</source>
        <translation>Es wurde nichts rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Do once more what was taken back last</source>
        <translation>Noch einmal tun, was zuletzt zurückgenommen wurde</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederherstellen: %1</translation>
    </message>
</context>
<context>
    <name>gleaner::ViewActions</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Redirected</source>
        <translation>Umgeleitet</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Clear &amp;Filter</source>
        <translation>&amp;Filter aufheben</translation>
    </message>
    <message>
        <source>Select A&amp;ll</source>
        <translation>Alles a&amp;uswählen</translation>
    </message>
    <message>
        <source>Select &amp;None</source>
        <translation>Auswahl aufhe&amp;ben</translation>
    </message>
    <message>
        <source>&amp;Invert Selection</source>
        <translation>Auswahl u&amp;mkehren</translation>
    </message>
    <message>
        <source>Ne&amp;xt Failure</source>
        <translation>Nä&amp;chster Fehlschlag</translation>
    </message>
    <message>
        <source>Pre&amp;vious Failure</source>
        <translation>&amp;Voriger Fehlschlag</translation>
    </message>
    <message>
        <source>Show all addresses again</source>
        <translation>Wieder alle Adressen zeigen</translation>
    </message>
    <message>
        <source>By &amp;Site and Folder</source>
        <translation>Nach &amp;Website und Ordner</translation>
    </message>
    <message>
        <source>By &amp;Page It Was Found On</source>
        <translation>Nach &amp;Fundseite</translation>
    </message>
    <message>
        <source>One &amp;List</source>
        <translation>Eine &amp;Liste</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>Arran&amp;ge</source>
        <translation>A&amp;nordnen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a state and how many have it</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>gleaner::WishActions</name>
    <message>
        <source>There is no download yet.</source>
        <translation>Es gibt noch keinen Download.</translation>
    </message>
    <message>
        <source>The download is being stopped.</source>
        <translation>Der Download wird gerade gestoppt.</translation>
    </message>
    <message>
        <source>The download has ended, and nothing of it was kept to go on with.</source>
        <translation>Der Download ist zu Ende, und es blieb nichts, womit er weitergehen könnte.</translation>
    </message>
    <message>
        <source>Retry A&amp;ll Failed (%1)</source>
        <translation>Alle feh&amp;lgeschlagenen erneut versuchen (%1)</translation>
    </message>
    <message>
        <source>Ask again for everything that has failed</source>
        <translation>Alles noch einmal abrufen, was fehlgeschlagen ist</translation>
    </message>
    <message>
        <source>Nothing has failed.</source>
        <translation>Nichts ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Other folders, depth, patterns or kinds of files, for all that is known</source>
        <translation>Andere Ordner, Tiefe, Muster oder Arten von Dateien, für alles Bekannte</translation>
    </message>
    <message>
        <source>No row is chosen.</source>
        <translation>Es ist keine Zeile ausgewählt.</translation>
    </message>
    <message>
        <source>The download has ended.</source>
        <translation>Der Download ist zu Ende.</translation>
    </message>
    <message>
        <source>Choose one folder.</source>
        <translation>Wählen Sie einen Ordner aus.</translation>
    </message>
    <message>
        <source>Nothing has failed here.</source>
        <translation>Hier ist nichts fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Nothing is waiting here.</source>
        <translation>Hier wartet nichts.</translation>
    </message>
    <message>
        <source>Ask again for what has failed in the chosen rows</source>
        <translation>Noch einmal abrufen, was in den ausgewählten Zeilen fehlgeschlagen ist</translation>
    </message>
    <message>
        <source>Do not download what waits in the chosen rows</source>
        <translation>Nicht herunterladen, was in den ausgewählten Zeilen wartet</translation>
    </message>
    <message>
        <source>Want nothing of this folder, now or found later</source>
        <translation>Nichts aus diesem Ordner wollen, weder jetzt noch später Gefundenes</translation>
    </message>
    <message>
        <source>Download what waits in the chosen rows before all else</source>
        <translation>Was in den ausgewählten Zeilen wartet, vor allem anderen herunterladen</translation>
    </message>
    <message numerus="yes">
        <source>Skip %Ln address(es)</source>
        <translation>
            <numerusform>%Ln Adresse überspringen</numerusform>
            <numerusform>%Ln Adressen überspringen</numerusform>
        </translation>
    </message>
    <message>
        <source>Skip Branch %1</source>
        <translation>Zweig %1 überspringen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln address(es) come first now, as soon as their hosts have room for another request.</source>
        <translation>
            <numerusform>%Ln Adresse kommt jetzt zuerst, sobald ihr Host eine weitere Anfrage zulässt.</numerusform>
            <numerusform>%Ln Adressen kommen jetzt zuerst, sobald ihre Hosts eine weitere Anfrage zulassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Download First</source>
        <translation>Zuerst herunterladen</translation>
    </message>
</context>
<context>
    <name>gleaner::WorkersBox</name>
    <message>
        <source>Workers</source>
        <translation>Helfer</translation>
    </message>
    <message>
        <source>How many addresses are downloaded at the same time, from %1 to %2. It can be changed while a download runs.</source>
        <translation>Wie viele Adressen gleichzeitig heruntergeladen werden, von %1 bis %2. Das lässt sich ändern, während ein Download läuft.</translation>
    </message>
    <message>
        <source>Workers must be a number from %1 to %2, not &quot;%3&quot;. It stays %4.</source>
        <translation>Die Anzahl der Helfer muss zwischen %1 und %2 liegen, nicht „%3“. Es bleibt bei %4.</translation>
    </message>
</context>
<context>
    <name>gleaner::WorkersModel</name>
    <message>
        <source>Worker %1, %2</source>
        <translation>Helfer %1, %2</translation>
    </message>
    <message>
        <source>%1, then leaves</source>
        <translation>%1, geht danach</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
</context>
<context>
    <name>gleaner::WorkersPanel</name>
    <message>
        <source>Workers</source>
        <translation>Helfer</translation>
    </message>
    <message>
        <source>Skip This Address</source>
        <translation>Diese Adresse überspringen</translation>
    </message>
    <message>
        <source>Show in the Tree</source>
        <translation>Im Baum zeigen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Do not download this address</source>
        <translation>Diese Adresse nicht herunterladen</translation>
    </message>
    <message>
        <source>Skip what worker %1 is at</source>
        <translation>Überspringen, woran Helfer %1 arbeitet</translation>
    </message>
</context>
</TS>
