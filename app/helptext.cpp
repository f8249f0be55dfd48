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
      --links keep         leave every byte as it was served (the default and, so far, the
                           only choice)
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
      --no-robots          do not ask robots.txt, and follow what pages ask not to
      --no-traps           ask for what has no end as well: calendars, counters, the same page under
                           ever new sessions; otherwise it is set aside and counted
      --resume DIR|ID      go on with an earlier download, or look through it again if it was
                           finished; headers, cookies and passwords are to be given again
      --list               list the downloads that were begun, with their ids
  -h, --help               this text
  -v, --version            the version

Exit status: 0 all saved, 1 some failed, 2 wrong usage, 3 no start address could be had,
4 stopped by a signal or a limit, 5 this machine's fault (disk, permission, another
program is at this download).
)");
}

} // namespace gleaner
