<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>Headless</name>
    <message numerus="yes">
        <source>%n of the saved files could be incomplete: the server did not say how long.</source>
        <translation>
            <numerusform>One of the saved files could be incomplete: the server did not say how long.</numerusform>
            <numerusform>%n of the saved files could be incomplete: the server did not say how long.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more of that kind.</source>
        <translation>
            <numerusform>%n more of that kind.</numerusform>
            <numerusform>%n more of that kind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n addresses were left out because robots.txt asks for it, or could not be read; --no-robots asks for them, too.</source>
        <translation>
            <numerusform>%n address was left out because robots.txt asks for it, or could not be read; --no-robots asks for it, too.</numerusform>
            <numerusform>%n addresses were left out because robots.txt asks for it, or could not be read; --no-robots asks for them, too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::CookiesField</name>
    <message numerus="yes">
        <source>%n cookie(s) from &quot;%1&quot;</source>
        <translation>
            <numerusform>%n cookie from &quot;%1&quot;</numerusform>
            <numerusform>%n cookies from &quot;%1&quot;</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::EndText</name>
    <message numerus="yes">
        <source>%n page(s) may only be a login, consent or &quot;not found&quot; page</source>
        <translation>
            <numerusform>%n page may only be a login, consent or &quot;not found&quot; page</numerusform>
            <numerusform>%n pages may only be login, consent or &quot;not found&quot; pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::HostBoard</name>
    <message numerus="yes">
        <source>What is fetched from %n chosen host(s):</source>
        <translation>
            <numerusform>What is fetched from the chosen host:</numerusform>
            <numerusform>What is fetched from %n chosen hosts:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::HostEffects</name>
    <message numerus="yes">
        <source>%n waiting address(es) will be skipped</source>
        <translation>
            <numerusform>%n waiting address will be skipped</numerusform>
            <numerusform>%n waiting addresses will be skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped address(es) will be fetched</source>
        <translation>
            <numerusform>%n skipped address will be fetched</numerusform>
            <numerusform>%n skipped addresses will be fetched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::NewDownload</name>
    <message numerus="yes">
        <source>No more than %n addresses at once.</source>
        <translation>
            <numerusform>No more than %n address at once.</numerusform>
            <numerusform>No more than %n addresses at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::PickModel</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::RemovalActions</name>
    <message numerus="yes">
        <source>Remove %n row(s) from View</source>
        <translation>
            <numerusform>Remove %n row from View</numerusform>
            <numerusform>Remove %n rows from View</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are out of sight until you undo it or begin the download again. The counts still include them, and their files stay.</source>
        <translation>
            <numerusform>%n row is out of sight until you undo it or begin the download again. The counts still include it, and its file stays.</numerusform>
            <numerusform>%n rows are out of sight until you undo it or begin the download again. The counts still include them, and their files stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n saved file(s) to the trash?</source>
        <translation>
            <numerusform>Move %n saved file to the trash?</numerusform>
            <numerusform>Move %n saved files to the trash?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moving %n file(s) to the trash…</source>
        <translation>
            <numerusform>Moving %n file to the trash…</numerusform>
            <numerusform>Moving %n files to the trash…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are in the trash now.</source>
        <translation>
            <numerusform>%n file is in the trash now.</numerusform>
            <numerusform>%n files are in the trash now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were no longer there.</source>
        <translation>
            <numerusform>%n file was no longer there.</numerusform>
            <numerusform>%n files were no longer there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) stay, because somebody has changed or replaced them since.</source>
        <translation>
            <numerusform>%n file stays, because somebody has changed or replaced it since.</numerusform>
            <numerusform>%n files stay, because somebody has changed or replaced them since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) stay, because your desktop&apos;s trash did not take them.</source>
        <translation>
            <numerusform>%n file stay, because your desktop&apos;s trash did not take it.</numerusform>
            <numerusform>%n files stay, because your desktop&apos;s trash did not take them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::SessionMessages</name>
    <message numerus="yes">
        <source>Finishing %n file(s)…</source>
        <translation>
            <numerusform>Finishing %n file…</numerusform>
            <numerusform>Finishing %n files…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::StatusLine</name>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation>
            <numerusform>%n worker</numerusform>
            <numerusform>%n workers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::WishActions</name>
    <message numerus="yes">
        <source>Skip %n address(es)</source>
        <translation>
            <numerusform>Skip %n address</numerusform>
            <numerusform>Skip %n addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) come first now, as soon as their hosts have room for another request.</source>
        <translation>
            <numerusform>%n address comes first now, as soon as its host has room for another request.</numerusform>
            <numerusform>%n addresses come first now, as soon as their hosts have room for another request.</numerusform>
        </translation>
    </message>
</context>
</TS>
