package io.elt.submit.yarn;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.SourceSpan;
import io.elt.project.Durations;
import io.elt.project.Project;
import org.apache.hadoop.yarn.api.records.ApplicationReport;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What can be wrong between here and a running job, each with the next step. */
final class YarnErrors {
    private YarnErrors() {}

    static EltException noHadoopConfiguration() {
        return inProject(Diagnostic.error(ErrorCode.HADOOP_CONF_MISSING, "there is no Hadoop configuration")
                .withDetail("neither the target's 'yarn: {hadoop-conf: ...}' nor " + HadoopFolder.VARIABLE
                        + " names a folder")
                .withHint(
                        "copy core-site.xml, hdfs-site.xml and yarn-site.xml from a node of the cluster to a folder and"
                                + " name it, for example: export " + HadoopFolder.VARIABLE + "=/etc/hadoop/conf"));
    }

    static EltException notAHadoopConfiguration(Path folder, String file) {
        return inProject(
                Diagnostic.error(ErrorCode.HADOOP_CONF_MISSING, "there is no readable " + file + " in " + folder)
                        .withHint("'hadoop-conf' of the target, or else " + HadoopFolder.VARIABLE
                                + ", names the folder with core-site.xml, hdfs-site.xml and yarn-site.xml"));
    }

    static EltException unreachable(String address, Throwable cause) {
        return Diagnostic.error(ErrorCode.CLUSTER_UNREACHABLE, "the ResourceManager at " + address + " does not answer")
                .withDetail(innermost(cause))
                .withHint("is it the address of your cluster? It comes from yarn-site.xml, which 'hadoop-conf' or "
                        + HadoopFolder.VARIABLE + " names")
                .at(SourceSpan.ofFile(Project.FILE))
                .toException(cause);
    }

    static EltException unknownQueue(String queue, List<String> queues) {
        return inProject(Diagnostic.error(ErrorCode.YARN_REFUSED, "YARN has no queue '" + queue + "'")
                .suggesting(queue, queues));
    }

    static EltException stoppedQueue(String queue, String reason) {
        return inProject(because(
                        Diagnostic.error(
                                ErrorCode.YARN_REFUSED, "queue '" + queue + "' is stopped: it takes no applications"),
                        reason)
                .withHint("choose another with 'yarn: {queue: ...}' of the target, or have it started again"));
    }

    static EltException noPermission(String user, String queue, String reason) {
        return inProject(because(
                        Diagnostic.error(
                                ErrorCode.YARN_REFUSED, user + " may not submit applications to queue '" + queue + "'"),
                        reason)
                .withHint("choose another with 'yarn: {queue: ...}' of the target, run as another user ('proxy-user',"
                        + " 'keytab' and 'principal'), or have " + user
                        + " added to acl_submit_applications of the queue"));
    }

    private static Diagnostic because(Diagnostic diagnostic, String reason) {
        return reason.isEmpty() ? diagnostic : diagnostic.withDetail(reason);
    }

    static EltException refused(Throwable cause) {
        return Diagnostic.error(ErrorCode.YARN_REFUSED, "YARN does not take the application")
                .withDetail(innermost(cause))
                .withHint("what it asks for is set by 'yarn:' (queue, priority, node-label) and 'flink:' "
                        + "(jobmanager.memory.process.size, taskmanager.memory.process.size) of the target")
                .at(SourceSpan.ofFile(Project.FILE))
                .toException(cause);
    }

    static EltException memory(RuntimeException cause) {
        return Diagnostic.error(ErrorCode.BAD_VALUE, "the memory settings of the target do not fit together")
                .withDetail(cause.getMessage())
                .withHint("set jobmanager.memory.process.size and taskmanager.memory.process.size in 'flink:' of the"
                        + " target; Flink divides them well if nothing else of memory is set")
                .at(SourceSpan.ofFile(Project.FILE))
                .toException(cause);
    }

    static EltException waitedTooLong(ApplicationReport report, Duration waited) {
        return inProject(
                Diagnostic.error(
                                ErrorCode.YARN_QUEUE_FULL,
                                "application " + report.getApplicationId() + " got no container from queue '"
                                        + report.getQueue() + "' within " + Durations.text(waited) + "; it is killed")
                        .withDetail(withoutLineBreaks(report.getDiagnostics()))
                        .withHint(
                                "stop what is not needed in the queue, choose another with 'yarn: {queue: ...}', ask for less "
                                        + "with jobmanager.memory.process.size in 'flink:', or wait longer with 'deploy-timeout'"));
    }

    static EltException failedAtStart(ApplicationReport report, String why) {
        return inProject(Diagnostic.error(
                        ErrorCode.YARN_CONTAINER_FAILED,
                        "application " + report.getApplicationId() + " ended before its job was known")
                .withDetail(why)
                .withHint("its logs: yarn logs -applicationId " + report.getApplicationId()));
    }

    static EltException jobFailed(String job, ApplicationReport report, String why) {
        return Diagnostic.error(ErrorCode.JOB_FAILED, "job " + job + " failed: " + why)
                .withHint("its logs: yarn logs -applicationId " + report.getApplicationId())
                .toException();
    }

    static EltException abandoned(String application) {
        return Diagnostic.error(
                        ErrorCode.DEPLOYMENT_ABANDONED,
                        "interrupted while application " + application + " started; it is killed")
                .withHint("run it again when you like: it starts from where the job was before")
                .toException();
    }

    static EltException notKilled(String application, Throwable cause) {
        return Diagnostic.error(ErrorCode.DEPLOYMENT_ABANDONED, "application " + application + " may still run")
                .withDetail(innermost(cause))
                .withHint("end it yourself: yarn application -kill " + application)
                .toException(cause);
    }

    static EltException loginFailed(String what, Throwable cause) {
        return Diagnostic.error(ErrorCode.HADOOP_LOGIN_FAILED, "cannot log in to Hadoop as " + what)
                .withDetail(innermost(cause))
                .withHint("check 'keytab' and 'principal' of the target, and krb5.conf of this machine")
                .at(SourceSpan.ofFile(Project.FILE))
                .toException(cause);
    }

    static EltException notLoggedIn(String user) {
        return inProject(Diagnostic.error(
                        ErrorCode.HADOOP_LOGIN_FAILED, "the cluster wants Kerberos, and " + user + " has no ticket")
                .withHint("call kinit, or set 'keytab' and 'principal' in 'yarn:' of the target"));
    }

    static EltException libNotShared(String folder, Throwable cause) {
        return Diagnostic.error(ErrorCode.YARN_LIB, "the jars cannot be put into " + folder)
                .withDetail(innermost(cause))
                .withHint(
                        "'lib' of the target must be a folder that you can write; without it the jars travel with each"
                                + " job")
                .at(SourceSpan.ofFile(Project.FILE))
                .toException(cause);
    }

    static EltException libNotPublic(String folder, String closed) {
        return inProject(Diagnostic.error(ErrorCode.YARN_LIB, "not everybody may read " + closed)
                .withDetail(
                        "YARN keeps the jars in " + folder + " for all users, so all users must be able to read them")
                .withHint("hdfs dfs -chmod a+rx " + closed));
    }

    static EltException noJars(String why) {
        return Diagnostic.error(ErrorCode.YARN_LIB, "the jars of this elt are not found: " + why)
                .withHint("start elt by bin/elt of its distribution")
                .toException();
    }

    static EltException nameTooLong(String job) {
        return inProject(Diagnostic.error(
                        ErrorCode.YARN_REFUSED,
                        "'" + job + "' is too long for a tag of YARN, by which its application is found again")
                .withHint("use a shorter name for the file, or for the job: config(job='...')"));
    }

    static String innermost(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return withoutLineBreaks(message == null ? cause.toString() : message);
    }

    static String withoutLineBreaks(String text) {
        String line = text == null ? "" : text.strip().replaceAll("\\s+", " ");
        return line.length() <= 1_000 ? line : line.substring(0, 1_000) + "...";
    }

    private static EltException inProject(Diagnostic diagnostic) {
        return diagnostic.at(SourceSpan.ofFile(Project.FILE)).toException();
    }
}
