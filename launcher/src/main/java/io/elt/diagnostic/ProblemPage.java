package io.elt.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What there is to know about one kind of problem: what it means, what causes it, what to do. The pages are
 * {@code docs/problems/} of the checkout and travel with the code, for whoever needs one may have no network.
 *
 * @param markdown the page as it was written
 */
public record ProblemPage(ErrorCode code, String markdown) {

    /** More of them on one line would not be read. */
    private static final int POINTED_AT = 5;

    public static Optional<ProblemPage> of(ErrorCode code) {
        try (InputStream page = ProblemPage.class.getResourceAsStream("problems/" + code.text() + ".md")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new ProblemPage(code, new String(page.readAllBytes(), UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("a file of our own jar is readable", e);
        }
    }

    /** The first paragraph, which says what the code means. */
    public String meaning() {
        List<String> paragraph = new ArrayList<>();
        for (String line : markdown.lines().skip(1).toList()) {
            if (!line.isBlank()) {
                paragraph.add(line.strip());
            } else if (!paragraph.isEmpty()) {
                break;
            }
        }
        return paragraph.stream().collect(Collectors.joining(" "));
    }

    /** The command that shows the pages of these problems; empty if none has more to say than the problem itself. */
    public static Optional<String> pointer(List<Diagnostic> diagnostics) {
        String codes = diagnostics.stream()
                .map(Diagnostic::code)
                // Its hint already names the help of the command.
                .filter(code -> code != ErrorCode.USAGE)
                .distinct()
                .limit(POINTED_AT)
                .map(ErrorCode::text)
                .collect(Collectors.joining(" "));
        return codes.isEmpty() ? Optional.empty() : Optional.of("more: elt explain " + codes);
    }
}
