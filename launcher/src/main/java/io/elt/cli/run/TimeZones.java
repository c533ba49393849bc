package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.SourceSpan;
import io.elt.project.Project;
import org.apache.flink.table.api.config.TableConfigOptions;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;

/** In which days begin. */
final class TimeZones {
    private TimeZones() {}

    /**
     * That of the jobs.
     *
     * @param settings of Flink
     * @throws io.elt.diagnostic.EltException if there is no such zone
     */
    static ZoneId of(Map<String, String> settings) {
        String key = TableConfigOptions.LOCAL_TIME_ZONE.key();
        String zone = settings.getOrDefault(key, TableConfigOptions.LOCAL_TIME_ZONE.defaultValue());
        if (zone.equals(TableConfigOptions.LOCAL_TIME_ZONE.defaultValue())) {
            return ZoneId.systemDefault();
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw Diagnostic.error(ErrorCode.BAD_VALUE, key + " is " + zone + ", and there is no such time zone")
                    .at(SourceSpan.ofFile(Project.FILE))
                    .withHint("write one as in Europe/Prague, or an offset: UTC, GMT+02:00")
                    .toException(e);
        }
    }
}
