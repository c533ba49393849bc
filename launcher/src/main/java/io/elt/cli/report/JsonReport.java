package io.elt.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.Severity;
import io.elt.diagnostic.SourceSpan;

import java.io.UncheckedIOException;

/** elt's own form: an object with counts and the problems, one problem a line. */
final class JsonReport implements ReportPrinter {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String print(Findings findings) {
        StringBuilder text = new StringBuilder("{\n");
        text.append("  \"complete\": ").append(findings.coverage().complete()).append(",\n");
        text.append("  \"files\": ").append(findings.coverage().files()).append(",\n");
        text.append("  \"jobs\": ").append(findings.coverage().jobs()).append(",\n");
        text.append("  \"errors\": ").append(findings.count(Severity.ERROR)).append(",\n");
        text.append("  \"warnings\": ").append(findings.count(Severity.WARNING)).append(",\n");
        text.append("  \"problems\": [");
        String separator = "\n";
        for (Diagnostic problem : findings.problems()) {
            text.append(separator).append("    ").append(text(problem(problem)));
            separator = ",\n";
        }
        return text.append(findings.problems().isEmpty() ? "]\n}\n" : "\n  ]\n}\n")
                .toString();
    }

    private static ObjectNode problem(Diagnostic problem) {
        ObjectNode json = JSON.createObjectNode();
        json.put("code", problem.code().text());
        json.put("title", problem.code().title());
        json.put("severity", problem.severity().text());
        json.put("message", problem.message());
        json.put("detail", problem.detail().orElse(null));
        json.put("hint", problem.hint().orElse(null));
        json.set("place", problem.span().map(JsonReport::place).orElse(null));
        ArrayNode callers = json.putArray("calledFrom");
        problem.frames().forEach(frame -> callers.add(place(frame)));
        return json;
    }

    private static ObjectNode place(SourceSpan span) {
        ObjectNode json = JSON.createObjectNode();
        json.put("file", span.file());
        json.put("line", span.line());
        json.put("column", span.column());
        json.put("endLine", span.endLine());
        json.put("endColumn", span.endColumn());
        return json;
    }

    private static String text(ObjectNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree of texts and numbers can be written", e);
        }
    }
}
