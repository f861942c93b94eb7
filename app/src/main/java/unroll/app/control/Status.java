package unroll.app.control;

/**
 * The words of the status line; an empty part is left out.
 *
 * @param headline the score on the test sequences: "test 24.6"
 * @param unit what the score is measured in
 * @param baselines what has to be beaten: "to be beaten: copy last 58.0 · linear AR2 31.2"
 * @param progress how far it is: "12,480 of 50,000 updates"
 * @param time gone by and left: "3 min 12 s · 9 min left"
 * @param optimiser readings of the optimiser: "lambda 0.0667 · rho 0.83"
 * @param memory in use: "512 MiB used"
 * @param saved when the run was last saved: "saved 2 s ago"
 */
public record Status(
        String headline,
        String unit,
        String baselines,
        String progress,
        String time,
        String optimiser,
        String memory,
        String saved) {
    /** No words. */
    public static final Status NONE = of("", "");

    /** Of something that has no score. */
    public static Status of(String progress, String time) {
        return new Status("", "", "", progress, time, "", "", "");
    }

    /** The same with how long ago the run was saved. */
    public Status savedWhen(String ago) {
        return new Status(headline, unit, baselines, progress, time, optimiser, memory, ago);
    }

    /** The same with memory in use. */
    public Status inMemory(String used) {
        return new Status(headline, unit, baselines, progress, time, optimiser, used, saved);
    }
}
