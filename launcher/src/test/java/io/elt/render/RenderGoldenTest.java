package io.elt.render;

import io.elt.diagnostic.DiagnosticPrinter;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.Origin;
import io.elt.diagnostic.Redactor;
import io.elt.diagnostic.SourceLines;
import io.elt.diagnostic.SourceSpan;
import io.elt.golden.GoldenCase;
import io.elt.project.FolderLines;
import io.elt.project.Overrides;
import io.elt.project.Project;
import io.elt.project.ProjectReader;
import io.elt.project.SourceFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Each line of the result with the place of its first letter, and, over every letter, that its place is right. */
class RenderGoldenTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("CORE_DB_PASSWORD", "correct-horse", "STAGE", "test");

    @TestFactory
    Stream<DynamicTest> cases() {
        return GoldenCase.tests("render", RenderGoldenTest::run);
    }

    private static String run(GoldenCase golden) {
        Redactor redactor = new Redactor();
        FolderLines lines = new FolderLines(golden.project());
        DiagnosticPrinter printer = DiagnosticPrinter.plain(lines, redactor);
        StringBuilder text = new StringBuilder();
        try {
            Project project = new ProjectReader(redactor).read(golden.project(), Overrides.none());
            Renderer renderer = Renderer.of(project, ENVIRONMENT, redactor);
            for (SourceFile file : project.files().tables()) {
                text.append("==== ").append(file.path()).append('\n');
                try {
                    RenderedSql rendered = renderer.render(file);
                    assertOriginsHold(rendered, lines);
                    text.append(print(rendered));
                } catch (EltException e) {
                    text.append(printer.print(e.diagnostics()));
                }
            }
        } catch (EltException e) {
            text.append(printer.print(e.diagnostics()));
        }
        return text.toString();
    }

    private static String print(RenderedSql rendered) {
        StringBuilder text = new StringBuilder();
        if (rendered.config().origin().isPresent()) {
            FileConfig config = rendered.config();
            text.append("config mode=")
                    .append(config.mode())
                    .append(" parallelism=")
                    .append(config.parallelism());
            text.append(" job=")
                    .append(config.job())
                    .append(" tags=")
                    .append(config.tags())
                    .append('\n');
        }
        if (!rendered.sources().isEmpty()) {
            text.append("sources ")
                    .append(rendered.sources().stream().sorted().toList())
                    .append('\n');
        }
        if (!rendered.variables().isEmpty()) {
            text.append("variables ")
                    .append(rendered.variables().stream().sorted().toList())
                    .append('\n');
        }
        int offset = 0;
        for (String line : rendered.executableText().split("\n", -1)) {
            int blanks = line.length() - line.stripLeading().length();
            String place = line.isBlank() ? "" : place(rendered.origin(offset + blanks));
            String shown = rendered.text(offset, offset + line.length());
            text.append(String.format("%-28s | %s", place, shown).stripTrailing())
                    .append('\n');
            offset += line.length() + 1;
        }
        return text.toString();
    }

    private static String place(Origin origin) {
        Stream<String> frames = origin.calledFrom().stream().map(SourceSpan::toString);
        return Stream.concat(Stream.of(origin.span().toString()), frames).collect(Collectors.joining(" < "));
    }

    /** A letter stands where its origin says, or its origin is a tag that computed it. */
    private static void assertOriginsHold(RenderedSql rendered, SourceLines lines) {
        String text = rendered.executableText();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                continue;
            }
            SourceSpan span = rendered.origin(i).span();
            String line = lines.line(span.file(), span.line()).orElseThrow();
            String written = line.substring(span.column() - 1);
            boolean computed = written.startsWith("{{") || written.startsWith("{%");
            assertThat(computed || written.charAt(0) == text.charAt(i))
                    .as("'%s' at %s of %s", text.charAt(i), span, text)
                    .isTrue();
        }
    }
}
