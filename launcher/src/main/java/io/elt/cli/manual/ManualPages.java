package io.elt.cli.manual;

import io.elt.cli.Elt;
import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the build calls: writes a page for elt and one for each command. */
public final class ManualPages {
    private ManualPages() {}

    /**
     * @param arguments a folder, a time in the form of ISO 8601, and elt's version
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Page.Issue issue = new Page.Issue(arguments[1].replaceFirst("T.*", ""), "elt " + arguments[2]);
        for (Map.Entry<String, String> page : pages(issue).entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue());
        }
    }

    /** Texts by the names of their files. */
    static Map<String, String> pages(Page.Issue issue) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine elt = new CommandLine(new Elt(Map.of(), nowhere, nowhere));
        Map<String, String> pages = new LinkedHashMap<>();
        Page whole = new Page(elt, issue);
        pages.put(whole.fileName(), whole.text());
        for (CommandLine command : Page.visible(elt)) {
            Page page = new Page(command, issue);
            pages.put(page.fileName(), page.text());
        }
        return pages;
    }
}
