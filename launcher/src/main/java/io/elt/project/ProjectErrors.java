package io.elt.project;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.SourceSpan;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import static io.elt.diagnostic.Diagnostic.error;

/** Every way in which a project folder can be wrong, and the words for it. */
final class ProjectErrors {

    private ProjectErrors() {}

    static Diagnostic notFound(Path root) {
        return error(ErrorCode.PROJECT_NOT_FOUND, "there is no " + Project.FILE + " in " + root)
                .withHint("start elt in the folder of a project, or name that folder with -C DIR");
    }

    static Diagnostic notFoundButAbove(Path root, Path above) {
        return error(ErrorCode.PROJECT_NOT_FOUND, "there is no " + Project.FILE + " in " + root)
                .withHint("the project is in " + above + ": start elt there, or with -C " + above);
    }

    static Diagnostic otherExtension(Path root) {
        return error(ErrorCode.PROJECT_NOT_FOUND, "there is no " + Project.FILE + " in " + root + ", but an elt.yml")
                .withHint("rename it to " + Project.FILE);
    }

    static Diagnostic notAFolder(Path root) {
        return error(ErrorCode.PROJECT_NOT_FOUND, root + " is not a folder")
                .withHint("name the folder of a project with -C DIR");
    }

    static Diagnostic syntax(String problem, String context, SourceSpan span) {
        return syntax(problem, span).withDetail(context);
    }

    static Diagnostic syntax(String problem, SourceSpan span) {
        Diagnostic error = error(ErrorCode.YAML_SYNTAX, problem).at(span);
        if (problem.endsWith("cannot start any token")) {
            return error.withHint("put the value in quotes");
        }
        return problem.startsWith("a tab") ? error.withHint("use spaces; YAML allows no tabs here") : error;
    }

    static Diagnostic yamlVersion(String version, SourceSpan span) {
        return error(ErrorCode.YAML_SYNTAX, "the file says that it is YAML " + version + ", which cannot be read")
                .at(span)
                .withHint("remove the line that starts with %YAML");
    }

    static Diagnostic notYaml(int character, SourceSpan span) {
        return error(
                        ErrorCode.YAML_SYNTAX,
                        String.format("the file holds the character U+%04X, which YAML does not allow", character))
                .at(span)
                .withHint("remove it, or write it as an escape in double quotes");
    }

    static Diagnostic unknownTag(String tag, SourceSpan span) {
        return error(ErrorCode.YAML_SYNTAX, "the tag '" + tag + "' is not known")
                .at(span)
                .withHint("remove it: a value is a text, a number, true, false, a list or a mapping");
    }

    static Diagnostic unquotedTemplate(SourceSpan span) {
        return error(ErrorCode.YAML_SYNTAX, "a template must be quoted, for YAML reads '{{' as the start of a mapping")
                .at(span)
                .withHint("write \"{{ ... }}\"");
    }

    static Diagnostic tooDeep(SourceSpan span) {
        return error(ErrorCode.YAML_SYNTAX, "this is nested too deeply, or an alias holds itself")
                .at(span);
    }

    static Diagnostic tooLarge(SourceSpan span) {
        return error(ErrorCode.YAML_SYNTAX, "aliases repeat this so often that the file becomes too large")
                .at(span);
    }

    static Diagnostic unknownKey(String key, String where, Collection<String> known, SourceSpan span) {
        return error(ErrorCode.UNKNOWN_KEY, "unknown key '" + key + "' in " + where)
                .at(span)
                .suggesting(key, known);
    }

    static Diagnostic duplicateKey(String key, SourceSpan first, SourceSpan second) {
        return error(ErrorCode.DUPLICATE_KEY, "key '" + key + "' is written twice")
                .at(second)
                .withDetail("first at " + first);
    }

    static Diagnostic missingKey(String key, String where, SourceSpan span) {
        return error(ErrorCode.MISSING_KEY, "key '" + key + "' is missing in " + where)
                .at(span);
    }

    static Diagnostic wrongType(String key, String expected, Value value) {
        return error(ErrorCode.WRONG_TYPE, "'" + key + "' must be " + expected + ", but it is " + value.describe())
                .at(value.span());
    }

    static Diagnostic notAMapping(String what, Value value) {
        return error(ErrorCode.WRONG_TYPE, what + " must be a mapping, but it is " + value.describe())
                .at(value.span());
    }

    static Diagnostic missingConnector(Source source) {
        return missingKey(Source.CONNECTOR, "source '" + source.name() + "'", source.span())
                .withHint("name the connector that reads it, such as 'connector: kafka'");
    }

    static Diagnostic badName(String what, String name, SourceSpan span) {
        boolean tooLong = name.length() > Names.LONGEST;
        String shown = tooLong ? name.substring(0, Names.LONGEST) + "..." : name;
        return error(ErrorCode.BAD_VALUE, "'" + shown + "' cannot be the name of a " + what)
                .at(span)
                .withHint(
                        tooLong
                                ? "use at most " + Names.LONGEST + " letters"
                                : "use letters, digits, '_' and '-', starting with a letter");
    }

    static Diagnostic badRunOn(String text, List<String> known, SourceSpan span) {
        return error(ErrorCode.BAD_VALUE, "there is no kind of cluster '" + text + "'")
                .at(span)
                .suggesting(text, known);
    }

    static Diagnostic badJobPer(Value.Scalar value, List<String> known) {
        return error(
                        ErrorCode.BAD_VALUE,
                        "a job is made per " + String.join(", ", known) + ", not per '" + value.text() + "'")
                .at(value.span())
                .suggesting(value.text(), known);
    }

    static Diagnostic unknownRule(String name, Collection<String> known, SourceSpan span) {
        return error(ErrorCode.UNKNOWN_KEY, "there is no rule '" + name + "'")
                .at(span)
                .suggesting(name, known);
    }

    static Diagnostic badLevel(String rule, List<String> known, Value value) {
        String level = value instanceof Value.Scalar scalar ? "'" + scalar.text() + "'" : value.describe();
        return error(ErrorCode.BAD_VALUE, "rule " + rule + " cannot be " + level)
                .at(value.span())
                .withHint("write one of: " + String.join(", ", known));
    }

    static Diagnostic badDuration(String key, String text, SourceSpan span) {
        return error(ErrorCode.BAD_VALUE, "'" + key + "' must be a duration, but it is '" + text + "'")
                .at(span)
                .withHint("write it like '3 d', '12 h' or '30 min'");
    }

    static Diagnostic unknownTarget(String name, Collection<String> known) {
        return error(ErrorCode.UNKNOWN_TARGET, "there is no target '" + name + "' in " + Project.FILE)
                .suggesting(name, known);
    }

    static Diagnostic unknownDefaultTarget(String name, Collection<String> known, SourceSpan span) {
        return error(ErrorCode.BAD_VALUE, "the default target '" + name + "' is not declared")
                .at(span)
                .suggesting(name, known);
    }

    static Diagnostic targetNotChosen(Collection<String> known, SourceSpan span) {
        return error(ErrorCode.TARGET_NOT_CHOSEN, "there is more than one target and no default")
                .at(span)
                .withHint("add 'default: " + known.iterator().next() + "' under targets, or use --target");
    }

    static Diagnostic unknownSource(String name, String target, Collection<String> known, SourceSpan span) {
        return error(
                        ErrorCode.UNKNOWN_SOURCE,
                        "target '" + target + "' binds the source '" + name + "', which is not declared under sources")
                .at(span)
                .suggesting(name, known);
    }

    static Diagnostic unknownOverride(String name, Collection<String> known) {
        return error(ErrorCode.UNKNOWN_OVERRIDE, "--var " + name + ": the variable is not declared in " + Project.FILE)
                .withHint("declare it under vars")
                .suggesting(name, known);
    }

    static Diagnostic badOverride(String name, String problem) {
        return error(ErrorCode.BAD_OVERRIDE, "--var " + name + ": the value is not valid YAML: " + problem)
                .withHint("quote it inside, as in --var '" + name + "=\"...\"'");
    }
}
