package io.elt.cli.log;

import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.core.pattern.ConverterKeys;
import org.apache.logging.log4j.core.pattern.LogEventPatternConverter;
import org.apache.logging.log4j.core.pattern.PatternConverter;
import org.apache.logging.log4j.core.pattern.PatternFormatter;

import java.util.List;

/** {@code %withoutSecrets{pattern}}: what the pattern makes of an event, its stack trace too, without secrets. */
@Plugin(name = "withoutSecrets", category = PatternConverter.CATEGORY)
@ConverterKeys("withoutSecrets")
public final class SecretsConverter extends LogEventPatternConverter {
    private final List<PatternFormatter> formatters;

    private SecretsConverter(List<PatternFormatter> formatters) {
        super("withoutSecrets", "withoutSecrets");
        this.formatters = formatters;
    }

    /** Called by log4j. */
    public static SecretsConverter newInstance(Configuration configuration, String[] options) {
        return new SecretsConverter(
                PatternLayout.createPatternParser(configuration).parse(options[0]));
    }

    @Override
    public void format(LogEvent event, StringBuilder output) {
        StringBuilder line = new StringBuilder();
        formatters.forEach(formatter -> formatter.format(event, line));
        output.append(LoggedSecrets.redact(line.toString()));
    }

    /** Else log4j would write stack traces by itself. */
    @Override
    public boolean handlesThrowable() {
        return true;
    }
}
