package io.elt.bench.warehouse;

/**
 * What to generate.
 *
 * @param jobs files below {@code sql/}, each a job
 * @param seed the same seed gives the same files
 * @param problems how many of the files get something wrong
 */
public record WarehouseSize(int jobs, long seed, int problems) {
    /** One of each kind of job needs about as many. */
    private static final int LEAST = 20;

    public WarehouseSize {
        if (jobs < LEAST) {
            throw new IllegalArgumentException("a generated warehouse has at least " + LEAST + " jobs, not " + jobs);
        }
        if (problems < 0 || problems > jobs / 2) {
            throw new IllegalArgumentException(
                    "problems go into at most half of the " + jobs + " jobs, not " + problems);
        }
    }

    int ods() {
        return jobs * 32 / 100;
    }

    int dim() {
        return jobs * 10 / 100;
    }

    int dwd() {
        return jobs * 28 / 100;
    }

    int dws() {
        return jobs * 20 / 100;
    }

    int ads() {
        return jobs - ods() - dim() - dwd() - dws();
    }
}
