package unroll.engine.own;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import unroll.engine.data.PlainText;

/** Texts: characters, alphabet and entropy as counted by another program. */
final class TextCases {
    private static final String KIND = "texts";

    private TextCases() {}

    static List<FileOutcome> all(Path folder) throws IOException {
        List<FileOutcome> outcomes = new ArrayList<>();
        for (Map<String, String> row : KnownFigures.read(folder.resolve("expected.tsv"))) {
            String name = cell(row, "file");
            Path file = folder.resolve(name);
            boolean marked =
                    cell(row, "encoding").startsWith("utf-") && cell(row, "bom").equals("yes");
            boolean utf8 = cell(row, "utf8Valid").equals("yes");
            String nothing = cell(row, "characters").equals("0")
                    ? "holds no text"
                    : cell(row, "nul").equals("0") || !utf8 ? "" : "a zero byte";
            String reason = utf8 || marked
                    ? nothing
                    : "byte " + (1 + number(cell(row, "utf8Valid").replaceAll("\\D", ""))) + " of the file";
            String expected = utf8 || marked
                    ? row.get("characters") + " characters, " + row.get("alphabet") + " different, "
                            + row.get("entropyBitsPerChar") + " bits"
                    : "no UTF-8: " + row.get("utf8Valid");
            outcomes.add(FileOutcome.of(KIND, name, expected, reason, () -> read(file, "", row)));
            String encoding = cell(row, "encoding");
            if (!utf8 && !marked && isKnown(encoding)) {
                outcomes.add(FileOutcome.of(
                        KIND,
                        name + ", encoding=" + encoding,
                        row.get("characters") + " characters, " + row.get("alphabet") + " different",
                        "",
                        () -> read(file, encoding, row)));
            }
        }
        return outcomes;
    }

    private static boolean isKnown(String encoding) {
        return encoding.matches("[a-z0-9_-]+") && Charset.isSupported(encoding);
    }

    private static String read(Path file, String encoding, Map<String, String> row) throws FileOutcome.Wrong {
        int[] characters = PlainText.read(file, encoding).characters();
        long pairs = number(cell(row, "crlf"));
        Map<Integer, Integer> counts = new HashMap<>();
        Arrays.stream(characters).forEach(character -> counts.merge(character, 1, Integer::sum));
        require("characters", characters.length, number(cell(row, "characters")) - pairs);
        require("different ones", counts.size(), number(cell(row, "alphabet")) - (pairs > 0 ? 1 : 0));
        double bits = counts.values().stream()
                .mapToDouble(count -> -count
                        / (double) characters.length
                        * Math.log(count / (double) characters.length)
                        / Math.log(2))
                .sum();
        String entropy = String.format(Locale.ROOT, "%.4f", bits);
        if (pairs == 0
                && Math.abs(Double.parseDouble(entropy) - Double.parseDouble(cell(row, "entropyBitsPerChar")))
                        > 1.5e-4) {
            throw new FileOutcome.Wrong(entropy + " bits");
        }
        return characters.length + " characters, " + counts.size() + " different, " + entropy + " bits";
    }

    private static void require(String what, long found, long expected) throws FileOutcome.Wrong {
        if (found != expected) {
            throw new FileOutcome.Wrong(found + " " + what + " instead of " + expected);
        }
    }

    private static long number(String digits) {
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    private static String cell(Map<String, String> row, String name) {
        return row.getOrDefault(name, "");
    }
}
