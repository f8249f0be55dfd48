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
</context>
<context>
    <name>gleaner::NewDownload</name>
    <message numerus="yes">
        <source>No more than %n addresses at once.</source>
        <translation>
            <numerusform>No more than %n addresses at once.</numerusform>
            <numerusform>No more than %n addresses at once.</numerusform>
        </translation>
    </message>
</context>
</TS>
