package io.elt.cli.run;

import io.elt.diagnostic.SourceSpan;
import io.elt.local.EmbeddedStack;
import io.elt.plan.FileAddress;
import io.elt.project.Project;
import io.elt.project.Value;

import java.util.LinkedHashMap;
import java.util.Map;

/** The variables that the embedded target has by itself, so that a project need not know where the stack listens. */
final class EmbeddedVariables {
    private static final String HOST = "127.0.0.1";

    private EmbeddedVariables() {}

    /** The project with these variables, except where it or the command line sets them otherwise. */
    static Project addTo(Project project, Ports ports, EltFolder folder) {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("project_folder", project.root().toString());
        given.put("kafka", HOST + ":" + ports.kafka());
        given.put("warehouse", FileAddress.ofLake(folder.warehouse()));
        given.put("starrocks_jdbc_url", "jdbc:mysql://" + HOST + ":" + ports.starrocks());
        given.put("starrocks_http_url", HOST + ":" + ports.starrocksHttp());
        given.put("starrocks_user", EmbeddedStack.STARROCKS_USER);
        given.put("starrocks_password", EmbeddedStack.STARROCKS_PASSWORD);
        Map<String, Value> missing = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (!project.variables().containsKey(name)) {
                missing.put(name, literal(value));
            }
        });
        return project.withVariables(missing);
    }

    static Value literal(String text) {
        return new Value.Scalar(text, Value.Kind.TEXT, true, SourceSpan.ofFile(Project.FILE));
    }
}
