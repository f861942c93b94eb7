package unroll.app.view.weights;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Numbers in the form in which spreadsheets copy and paste cells: a line for each row, tabs between. */
final class ClipboardNumbers {
    private ClipboardNumbers() {}

    static String text(List<double[]> rows) {
        return rows.stream()
                .map(row -> DoubleStream.of(row)
                        .mapToObj(number -> Float.toString((float) number))
                        .collect(Collectors.joining("\t", "", "\n")))
                .collect(Collectors.joining());
    }

    /**
     * The numbers of a text, in which a comma may stand for the point.
     *
     * @throws IllegalArgumentException with a sentence where something is no number
     */
    static List<double[]> read(String text) {
        return text.lines()
                .map(line -> Stream.of(line.split("\t", -1))
                        .mapToDouble(ClipboardNumbers::number)
                        .toArray())
                .toList();
    }

    static double number(String cell) {
        String plain = cell.strip().replace('\u2212', '-');
        try {
            double number = Double.parseDouble(plain.contains(".") ? plain : plain.replace(',', '.'));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new IllegalArgumentException("'" + cell.strip() + "' is no number.");
    }
}
