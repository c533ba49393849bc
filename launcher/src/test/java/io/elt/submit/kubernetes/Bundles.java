package io.elt.submit.kubernetes;

import io.elt.runner.JobBundle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Bundles as the bundler makes them. */
final class Bundles {
    static final String FINGERPRINT = "0123456789abcdef";

    private Bundles() {}

    static JobBundle of(String project, String job, Map<String, String> settings, String... statements) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "pipeline.global-job-parameters",
                "elt.fingerprint:" + FINGERPRINT + ",elt.job:" + job + ",elt.project:" + project,
                "execution.checkpointing.dir",
                "s3://lake/state/bank/prod/" + job + "/checkpoints",
                "execution.checkpointing.interval",
                "30 s",
                "parallelism.default",
                "2",
                "restart-strategy.type",
                "exponential-delay",
                "table.local-time-zone",
                "UTC",
                "paimon.lake.ods.account.consumer-id",
                project + "-" + job));
        all.putAll(settings);
        return new JobBundle(project + "." + job, all, List.of(statements));
    }

    static JobBundle deposit() {
        return of(
                "bank",
                "dws_deposit",
                Map.of(),
                "CREATE CATALOG starrocks WITH ('type' = 'starrocks', 'password' = '${elt.secret:starrocks_password}',"
                        + " 'sink.label-prefix' = 'elt_${elt.start}')",
                "INSERT INTO starrocks.ads.deposit\nSELECT *\nFROM lake.dws.deposit");
    }
}
