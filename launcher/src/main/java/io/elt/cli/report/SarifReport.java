package io.elt.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Severity;
import io.elt.diagnostic.SourceSpan;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * SARIF 2.1.0, the form of code scanning. Places are relative to the project's folder, {@code %SRCROOT%}, so that a report
 * means the same on another machine.
 */
final class SarifReport implements ReportPrinter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String ROOT = "%SRCROOT%";

    @Override
    public String print(Findings findings) {
        List<ErrorCode> codes = findings.problems().stream()
                .map(Diagnostic::code)
                .distinct()
                .sorted()
                .toList();
        ObjectNode log = JSON.createObjectNode();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "elt");
        String version = SarifReport.class.getPackage().getImplementationVersion();
        if (version != null) {
            driver.put("version", version);
        }
        ArrayNode rules = driver.putArray("rules");
        codes.forEach(code -> SarifRule.describe(code, rules.addObject()));
        run.putArray("invocations")
                .addObject()
                .put("executionSuccessful", findings.coverage().complete());
        String root = findings.root().toUri().toString();
        run.putObject("originalUriBaseIds").putObject(ROOT).put("uri", root.endsWith("/") ? root : root + "/");
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        Fingerprints fingerprints = new Fingerprints(findings);
        for (Diagnostic problem : findings.problems()) {
            result(problem, codes, findings, results.addObject())
                    .putObject("partialFingerprints")
                    .put(Fingerprints.NAME, fingerprints.next(problem));
        }
        return text(log);
    }

    private static ObjectNode result(Diagnostic problem, List<ErrorCode> codes, Findings findings, ObjectNode result) {
        result.put("ruleId", problem.code().text());
        result.put("ruleIndex", codes.indexOf(problem.code()));
        result.put("level", problem.severity() == Severity.ERROR ? "error" : "warning");
        result.putObject("message").put("text", ProblemText.of(problem));
        ArrayNode locations = result.putArray("locations");
        problem.span()
                .filter(findings::isFile)
                .ifPresent(span -> place(span, locations.addObject().putObject("physicalLocation")));
        List<SourceSpan> callers =
                problem.frames().stream().filter(findings::isFile).toList();
        if (!callers.isEmpty()) {
            ArrayNode related = result.putArray("relatedLocations");
            for (int i = 0; i < callers.size(); i++) {
                ObjectNode caller = related.addObject().put("id", i + 1);
                caller.putObject("message").put("text", "called from here");
                place(callers.get(i), caller.putObject("physicalLocation"));
            }
        }
        return result;
    }

    private static void place(SourceSpan span, ObjectNode location) {
        location.putObject("artifactLocation").put("uri", uri(span.file())).put("uriBaseId", ROOT);
        location.putObject("region")
                .put("startLine", span.line())
                .put("startColumn", span.column())
                .put("endLine", span.endLine())
                .put("endColumn", span.endColumn());
    }

    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("a relative path is a relative URI: " + path, e);
        }
    }

    private static String text(ObjectNode log) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(log) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree of texts and numbers can be written", e);
        }
    }
}
