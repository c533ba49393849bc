package io.elt.submit.yarn;

import java.net.URLDecoder;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What an application says of itself to whoever asks the ResourceManager, also when its JobManager is gone. A tag is made
 * lower case by YARN and may hold ASCII only, so a name is written such that it comes back as it was.
 *
 * @param jobId of the run of the job that the application was started for
 */
record ApplicationTags(String project, String target, String job, String jobId, String fingerprint) {
    /** YARN's own limits. */
    static final int LONGEST = 100;

    private static final int MOST = 10;

    private static final String PROJECT = "elt-project:";
    private static final String TARGET = "elt-target:";
    private static final String JOB = "elt-job:";
    private static final String RUN = "elt-run:";
    private static final String FINGERPRINT = "elt-fingerprint:";

    static final int MOST_OF_USER = MOST - 5;

    static boolean isTag(String text) {
        return text.length() <= LONGEST && text.chars().allMatch(letter -> letter > ' ' && letter < 127);
    }

    /** The tag that all applications of a project have. */
    static String ofProject(String project) {
        return tag(PROJECT, project);
    }

    List<String> toList() {
        return List.of(
                tag(PROJECT, project),
                tag(TARGET, target),
                tag(JOB, job),
                tag(RUN, jobId),
                tag(FINGERPRINT, fingerprint));
    }

    /** Empty for an application that is not of elt. */
    static Optional<ApplicationTags> of(Collection<String> tags) {
        Optional<String> project = value(tags, PROJECT);
        Optional<String> target = value(tags, TARGET);
        Optional<String> job = value(tags, JOB);
        Optional<String> jobId = value(tags, RUN);
        Optional<String> fingerprint = value(tags, FINGERPRINT);
        return project.isPresent() && target.isPresent() && job.isPresent() && jobId.isPresent()
                ? Optional.of(new ApplicationTags(
                        project.get(), target.get(), job.get(), jobId.get(), fingerprint.orElse("")))
                : Optional.empty();
    }

    /** Whether YARN takes all of them; a file name of a hundred letters is too long. */
    boolean fit() {
        return toList().stream().allMatch(ApplicationTags::isTag);
    }

    private static String tag(String kind, String value) {
        StringBuilder tag = new StringBuilder(kind);
        for (byte letter : value.getBytes(UTF_8)) {
            boolean isPlain =
                    letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9' || "_.-".indexOf(letter) >= 0;
            tag.append(isPlain ? String.valueOf((char) letter) : String.format("%%%02x", letter));
        }
        return tag.toString();
    }

    private static Optional<String> value(Collection<String> tags, String kind) {
        return tags.stream()
                .filter(tag -> tag.startsWith(kind))
                .findFirst()
                .map(tag -> URLDecoder.decode(tag.substring(kind.length()), UTF_8));
    }
}
