package io.elt.rules.declared;

import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Origin;
import io.elt.diagnostic.SourceSpan;
import io.elt.project.Declaration;
import io.elt.project.SourceFile;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.Rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What nobody uses is what somebody misspelled, or believes to have an effect. Used is what any text of the project names, for
 * whichever target: other targets render other branches of a template.
 */
public final class UnusedDeclaration implements Rule {
    /** elt itself looks these up; see the reference. */
    private static final Set<String> USED_BY_ELT = Set.of(
            "kafka",
            "warehouse",
            "starrocks_jdbc_url",
            "starrocks_http_url",
            "starrocks_user",
            "starrocks_password",
            "invocation_id");

    private static final Pattern MACRO = Pattern.compile("\\{%-?\\s*macro\\s+(\\w+)\\s*\\(");

    @Override
    public ErrorCode code() {
        return ErrorCode.UNUSED_DECLARATION;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        TemplateWords words = TemplateWords.of(project.project());
        List<Finding> findings = new ArrayList<>();
        declared(project).forEach((name, declaration) -> {
            boolean variable = declaration.kind() == Declaration.Kind.VARIABLE;
            boolean used =
                    variable ? USED_BY_ELT.contains(name) || words.mayName("var", name) : words.mayName("source", name);
            if (!used) {
                String what = variable ? "variable" : "source";
                findings.add(finding(what, name, Origin.of(declaration.span())));
            }
        });
        project.project().files().macros().forEach(file -> macros(file, words, findings));
        return findings;
    }

    /** Each name once, where it stands first: that of all targets is written before those of the targets. */
    private static Map<String, Declaration> declared(CheckedProject project) {
        Map<String, Declaration> first = new LinkedHashMap<>();
        project.project().declarations().stream()
                .filter(declaration -> declaration.kind() != Declaration.Kind.FLINK_SETTINGS)
                .forEach(declaration -> first.putIfAbsent(declaration.name(), declaration));
        return first;
    }

    private static void macros(SourceFile file, TemplateWords words, List<Finding> findings) {
        Matcher matcher = MACRO.matcher(file.text());
        while (matcher.find()) {
            if (!words.calls(matcher.group(1))) {
                SourceSpan span = SourceSpan.within(file.path(), file.text(), matcher.start(1), matcher.end(1));
                findings.add(finding("macro", matcher.group(1), Origin.of(span)));
            }
        }
    }

    private static Finding finding(String what, String name, Origin origin) {
        return Finding.at(origin, "nothing uses the " + what + " '" + name + "': to change it changes nothing")
                .withHint("remove it, or use it where it was meant to be used");
    }
}
