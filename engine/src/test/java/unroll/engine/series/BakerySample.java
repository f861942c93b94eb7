package unroll.engine.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;

/**
 * Makes the sample table with dates: the loaves that a bakery sells on the business days of two years, and how warm it is outside.
 *
 * <p>More are sold on some days of the week and in the cold, demand drifts from day to day, and on holidays the bakery is closed.
 * {@link Random} is specified to the bit, and {@link StrictMath}, so that every machine writes the same file. Run it from the project's
 * root: {@code java engine/src/test/java/unroll/engine/series/BakerySample.java sample-data/bakery}
 */
final class BakerySample {
    static final String FILE = "bakery.csv";

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
    private static final LocalDate LAST = LocalDate.of(2024, 11, 29);

    /** Loaves more than on the mean day, from Monday to Friday. */
    private static final int[] WEEK = {-35, -20, 5, -10, 60};

    private BakerySample() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(FILE), text());
    }

    /** The contents of the file. */
    static String text() {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder("date,loaves,outside\n");
        double weather = 0;
        double demand = 0;
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            weather = 0.8 * weather + 3 * (random.nextDouble() + random.nextDouble() - 1);
            demand = 0.9 * demand + 20 * (random.nextDouble() + random.nextDouble() - 1);
            double warmth = 11 - 9 * StrictMath.cos(2 * StrictMath.PI * (day.getDayOfYear() - 20) / 365) + weather;
            if (isOpen(day)) {
                double loaves = 240 + WEEK[day.getDayOfWeek().getValue() - 1] + demand - 3 * (warmth - 11);
                text.append(String.format(Locale.ROOT, "%s,%d,%.1f%n", day, StrictMath.round(loaves), warmth));
            }
        }
        return text.toString().replace("\r\n", "\n");
    }

    private static boolean isOpen(LocalDate day) {
        boolean newYear = day.getDayOfYear() == 1;
        boolean christmas = day.getMonthValue() == 12 && (day.getDayOfMonth() == 25 || day.getDayOfMonth() == 26);
        return day.getDayOfWeek().getValue() <= WEEK.length && !newYear && !christmas;
    }
}
