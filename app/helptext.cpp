// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/helptext.h"

#include <QCoreApplication>

namespace gleaner
{

QString helpText()
{
    return QCoreApplication::translate("CommandLine",
        R"(Usage: gleaner [OPTIONS] [URL...]

Downloads what an address leads to, follows the links, and saves everything as files.
Opens a window; with URLs it starts at once. Several URLs are one download.

  --headless               no window; progress on stderr, the exit status tells the outcome
  --json                   with --headless: one JSON object per line on stdout
  -P, --directory DIR      where to save (default: <Downloads>/<host>); the same addresses to the
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
      --no-xattr           do not note in a file's extended attributes where it comes from
      --header 'Name: value'
                           send it to the start addresses' hosts; repeatable
      --cookies FILE       send the cookies of a cookies.txt to those they are for
      --user-agent TEXT    what the program calls itself
      --user NAME          for the start addresses' servers; the password is taken from
                           GLEANER_PASSWORD or asked for
      --proxy URL          http://[name:password@]host:port or socks5://…, for everything
                           (default: the system's settings)
      --ca-certificate FILE
                           trust these certificates (PEM) as well as the system's; repeatable
      --warc               keep requests and answers as well, as WARC files in the folder "++warc"
      --keep-old-versions  what an update replaces is kept, in the folder "++versions"
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
4 stopped by a signal or a limit, 5 this machine's fault (disk, permission, another
program is at this download).
)");
}

} // namespace gleaner
