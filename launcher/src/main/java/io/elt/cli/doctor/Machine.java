package io.elt.cli.doctor;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Java, memory and text: what the machine is by itself. */
final class Machine {
    private static final int NEWEST_PREFERRED = 23;
    private static final long GIGABYTE = 1_000_000_000;
    private static final long LEAST_MEMORY = 2 * GIGABYTE;
    private static final long GOOD_MEMORY = 4 * GIGABYTE;

    private Machine() {}

    static List<Finding> findings() {
        return List.of(
                java(Runtime.version().feature()),
                memory(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        .getTotalMemorySize()),
                text(System.getProperty("sun.jnu.encoding", ""), Charset.defaultCharset()));
    }

    static Finding java(int feature) {
        String found = System.getProperty("java.version") + " of " + System.getProperty("java.vendor") + ", "
                + System.getProperty("java.home");
        return feature <= NEWEST_PREFERRED
                ? Finding.ok("java", found)
                : Finding.warning(
                        "java",
                        found,
                        "the embedded target works; for YARN and HDFS point JAVA_HOME at a Java from 17 to "
                                + NEWEST_PREFERRED);
    }

    static Finding memory(long bytes) {
        String found = gigabytes(bytes) + " in all";
        if (bytes < LEAST_MEMORY) {
            return Finding.wrong(
                    "memory", found, "elt run needs about 2 GB: give the machine or the container more memory");
        }
        return bytes < GOOD_MEMORY
                ? Finding.warning("memory", found, "run few files at once, or set ELT_JAVA_OPTS=-Xmx1g")
                : Finding.ok("memory", found);
    }

    /**
     * @param names the encoding of the names of files
     */
    static Finding text(String names, Charset content) {
        String found = "files in " + content + ", names of files in " + names + ", time zone " + ZoneId.systemDefault();
        return content.name().equals("UTF-8") && names.equalsIgnoreCase("UTF-8")
                ? Finding.ok("text", found)
                : Finding.wrong("text", found, "export LC_ALL=C.UTF-8: else names with other letters are not found");
    }

    static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", (double) bytes / GIGABYTE);
    }
}
