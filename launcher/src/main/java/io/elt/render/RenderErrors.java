package io.elt.render;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import static io.elt.diagnostic.Diagnostic.error;

/** Every way in which a template can be wrong, and the words for it. */
final class RenderErrors {

    private RenderErrors() {}

    static Diagnostic notClosed(Place opened, String end) {
        String what = end.length() == 2 ? end : "{% " + end + " %}";
        Diagnostic problem = error(
                        ErrorCode.TEMPLATE_SYNTAX, "this is opened, but there is no '" + what + "' that closes it")
                .at(opened.span());
        return end.equals("endraw") ? problem.withHint("a '-' cannot stand before endraw") : problem;
    }

    static Diagnostic notOpened(Place place, String name) {
        return error(ErrorCode.TEMPLATE_SYNTAX, "'{% " + name + " %}' closes something that is not open")
                .at(place.span());
    }

    static Diagnostic unknownTag(Place place, String name, Collection<String> known) {
        return error(ErrorCode.TEMPLATE_SYNTAX, "there is no tag '" + name + "'")
                .at(place.span())
                .suggesting(name, known);
    }

    static Diagnostic misplacedTag(Place place, String name, Set<String> parents) {
        return error(
                        ErrorCode.TEMPLATE_SYNTAX,
                        "'{% " + name + " %}' stands outside of " + String.join(", ", new TreeSet<>(parents)))
                .at(place.span());
    }

    static Diagnostic expressionSyntax(String problem) {
        return error(ErrorCode.TEMPLATE_SYNTAX, "the expression cannot be read: " + problem);
    }

    static Diagnostic tagSyntax(String problem) {
        return error(ErrorCode.TEMPLATE_SYNTAX, problem);
    }

    static Diagnostic macroSyntax(String definition) {
        return error(ErrorCode.TEMPLATE_SYNTAX, "the macro definition cannot be read: " + definition.trim())
                .withHint("write {% macro name(first, second='default') %}");
    }

    static Diagnostic undefinedName(String name, Collection<String> known) {
        return error(ErrorCode.UNDEFINED_NAME, "'" + name + "' is not defined").suggesting(name, known);
    }

    static Diagnostic undefinedProperty(String name, Collection<String> known) {
        return error(ErrorCode.UNDEFINED_NAME, "there is no key '" + name + "' here")
                .suggesting(name, known);
    }

    static Diagnostic undefinedFunction(String name, Collection<String> known) {
        Diagnostic error = error(ErrorCode.UNDEFINED_NAME, "there is no function or macro '" + name + "'");
        return name.equals("ref")
                ? error.withHint("write the table's name: the planner knows which file fills it")
                : error.suggesting(name, known);
    }

    static Diagnostic undefinedFilter(String name, Collection<String> known) {
        return error(ErrorCode.UNDEFINED_NAME, "there is no filter '" + name + "'")
                .suggesting(name, known);
    }

    static Diagnostic undefinedTest(String name, Collection<String> known) {
        return error(ErrorCode.UNDEFINED_NAME, "there is no test '" + name + "'")
                .suggesting(name, known);
    }

    static Diagnostic noValue() {
        return error(ErrorCode.TEMPLATE_FAILED, "the expression has no value, so there is nothing to write here")
                .withHint("give it one with '| default(...)'");
    }

    static Diagnostic collection() {
        return error(ErrorCode.TEMPLATE_FAILED, "a list or a mapping cannot be written into SQL as it is")
                .withHint("loop over it, or use '| sql' for a list of literals, '| join(', ')' for a list of names");
    }

    static Diagnostic undefinedVariable(String name, Collection<String> known) {
        return error(ErrorCode.UNDEFINED_VARIABLE, "the variable '" + name + "' is not declared")
                .withHint("declare it under vars in elt.yaml, or give a default: var('" + name + "', ...)")
                .suggesting(name, known);
    }

    static Diagnostic variableCircle(String name) {
        return error(ErrorCode.TEMPLATE_FAILED, "the variable '" + name + "' is made of itself");
    }

    static Diagnostic deepVariable(String name, int most) {
        return error(
                ErrorCode.TEMPLATE_LIMIT,
                "the variable '" + name + "' is made of others, and they of others, more than " + most + " deep");
    }

    static Diagnostic undefinedEnvironment(String name) {
        return error(ErrorCode.UNDEFINED_ENVIRONMENT, "the environment variable " + name + " is not set")
                .withHint("set it, or give a default: env_var('" + name + "', '...')");
    }

    static Diagnostic undefinedSource(String name, Collection<String> known) {
        return error(ErrorCode.UNDEFINED_SOURCE, "the source '" + name + "' is not declared")
                .withHint("declare it under sources in elt.yaml")
                .suggesting(name, known);
    }

    static Diagnostic undefinedOption(String source, String option, Collection<String> known) {
        return error(ErrorCode.UNDEFINED_NAME, "the source '" + source + "' has no option '" + option + "'")
                .withHint("give a default: source_option('" + source + "', '" + option + "', '...')")
                .suggesting(option, known);
    }

    static Diagnostic notText(String function) {
        return error(ErrorCode.TEMPLATE_FAILED, "the value of " + function + " holds characters that are not text");
    }

    static Diagnostic badArgument(String function, String expected) {
        return error(ErrorCode.BAD_ARGUMENT, function + " is called as " + expected);
    }

    static Diagnostic unknownArgument(String function, String name, Collection<String> known) {
        return error(ErrorCode.BAD_ARGUMENT, function + " has no argument '" + name + "'")
                .suggesting(name, known);
    }

    static Diagnostic missingArgument(String macro, String name) {
        return error(ErrorCode.BAD_ARGUMENT, macro + " needs the argument '" + name + "'")
                .withHint("pass it, or give it a default where the macro is defined");
    }

    static Diagnostic surplusArguments(String macro, int most) {
        return error(ErrorCode.BAD_ARGUMENT, macro + " takes " + most + (most == 1 ? " argument" : " arguments"));
    }

    static Diagnostic badConfig(String key, String expected) {
        return error(ErrorCode.BAD_ARGUMENT, "config: " + key + " must be " + expected);
    }

    static Diagnostic unknownRule(String name, Collection<String> known) {
        return error(ErrorCode.BAD_ARGUMENT, "config: there is no rule '" + name + "' to allow")
                .suggesting(name, known);
    }

    static Diagnostic configTwice(String key) {
        return error(ErrorCode.BAD_ARGUMENT, "config: " + key + " is set twice in this file");
    }

    static Diagnostic failed(String problem) {
        return error(ErrorCode.TEMPLATE_FAILED, problem);
    }

    static Diagnostic tooSlow(Duration limit) {
        return error(ErrorCode.TEMPLATE_LIMIT, "rendering takes longer than " + limit.toSeconds() + " seconds")
                .withHint("look for a loop or a recursion that does not end");
    }

    static Diagnostic limit(String problem) {
        return error(ErrorCode.TEMPLATE_LIMIT, problem);
    }

    static Diagnostic tooDeep(Place place, String what, int most) {
        return error(ErrorCode.TEMPLATE_LIMIT, what + " are nested more than " + most + " deep")
                .at(place.span());
    }

    static Diagnostic emptyTag(Place place) {
        return error(ErrorCode.TEMPLATE_SYNTAX, "there is nothing in this tag").at(place.span());
    }

    static Diagnostic circle(String path) {
        return limit("'" + path + "' includes itself, directly or through others");
    }

    static Diagnostic templateNotFound(String path, Collection<String> known) {
        return error(ErrorCode.TEMPLATE_NOT_FOUND, "there is no file '" + path + "' in the project")
                .withHint("paths start at the project folder, or with ./ or ../ at the file")
                .suggesting(path, known);
    }

    static Diagnostic templateOutside(String path) {
        return error(ErrorCode.TEMPLATE_FORBIDDEN, "'" + path + "' lies outside the project");
    }

    static Diagnostic forbidden(String problem) {
        return error(ErrorCode.TEMPLATE_FORBIDDEN, problem);
    }

    static Diagnostic duplicateMacro(String name, Place first, Place second) {
        return error(ErrorCode.DUPLICATE_MACRO, "the macro '" + name + "' is already defined")
                .at(second.span())
                .withDetail("first at " + first.span());
    }

    static Diagnostic reservedMacro(String name, Place place) {
        return error(ErrorCode.DUPLICATE_MACRO, "'" + name + "' is a function of elt and cannot be a macro")
                .at(place.span());
    }
}
