package unroll.app.export;

import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The colours of a picture that has few: its own where they are few enough, else means of similar ones, by median cut. */
final class Palette {
    static final int MOST = 256;

    private final int[] colours;
    private final Map<Integer, Integer> nearest = new HashMap<>();

    private Palette(int[] colours) {
        this.colours = colours;
    }

    /** A box of similar colours, and how often each is there. */
    private record Box(int[][] members) {
        /** The component, from 0, in which they differ most. */
        int widest() {
            int widest = 0;
            for (int c = 1; c < 3; c++) {
                widest = extent(c) > extent(widest) ? c : widest;
            }
            return widest;
        }

        private int extent(int component) {
            int low = 255;
            int high = 0;
            for (int[] member : members) {
                low = Math.min(low, member[component]);
                high = Math.max(high, member[component]);
            }
            return high - low;
        }

        private long count() {
            return Arrays.stream(members).mapToLong(member -> member[3]).sum();
        }

        /** How much is lost where they are one colour. */
        double loss() {
            return members.length < 2 ? 0 : (double) extent(widest()) * extent(widest()) * Math.sqrt((double) count());
        }

        List<Box> halves() {
            int component = widest();
            int[][] sorted = members.clone();
            Arrays.sort(sorted, Comparator.comparingInt(member -> member[component]));
            long half = count() / 2;
            int cut = 0;
            for (long seen = 0; cut < sorted.length - 1 && seen + sorted[cut][3] <= half; cut++) {
                seen += sorted[cut][3];
            }
            cut = Math.clamp(cut, 1, sorted.length - 1);
            return List.of(
                    new Box(Arrays.copyOf(sorted, cut)), new Box(Arrays.copyOfRange(sorted, cut, sorted.length)));
        }

        int mean() {
            double[] sums = new double[3];
            for (int[] member : members) {
                for (int c = 0; c < 3; c++) {
                    sums[c] += (double) member[c] * member[3];
                }
            }
            long count = count();
            return (int) Math.rint(sums[0] / count) << 16
                    | (int) Math.rint(sums[1] / count) << 8
                    | (int) Math.rint(sums[2] / count);
        }
    }

    /** The palette of a picture in {@code 0xRRGGBB}; the highest byte of a pixel does not count. */
    static Palette of(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & 0xffffff, 1, Integer::sum);
        }
        if (counts.size() <= MOST) {
            return new Palette(counts.keySet().stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray());
        }
        List<Box> boxes = new ArrayList<>();
        boxes.add(new Box(counts.entrySet().stream()
                .map(entry -> new int[] {
                    entry.getKey() >> 16, entry.getKey() >> 8 & 255, entry.getKey() & 255, entry.getValue()
                })
                .toArray(int[][]::new)));
        while (boxes.size() < MOST) {
            Box worst =
                    boxes.stream().max(Comparator.comparingDouble(Box::loss)).orElseThrow();
            boxes.remove(worst);
            boxes.addAll(worst.halves());
        }
        return new Palette(boxes.stream().mapToInt(Box::mean).toArray());
    }

    /** The number of the colour that is most like a pixel. */
    int index(int pixel) {
        return nearest.computeIfAbsent(pixel & 0xffffff, colour -> {
            int best = 0;
            for (int i = 1; i < colours.length; i++) {
                best = distance(colours[i], colour) < distance(colours[best], colour) ? i : best;
            }
            return best;
        });
    }

    /** Whether no colour of a picture is further than this from one of these, in any component. */
    boolean serves(int[] pixels, int tolerance) {
        for (int pixel : pixels) {
            int near = colours[index(pixel)];
            if (Math.abs((near >> 16) - (pixel >> 16 & 255)) > tolerance
                    || Math.abs((near >> 8 & 255) - (pixel >> 8 & 255)) > tolerance
                    || Math.abs((near & 255) - (pixel & 255)) > tolerance) {
                return false;
            }
        }
        return true;
    }

    IndexColorModel model() {
        int[] padded = Arrays.copyOf(colours, MOST);
        return new IndexColorModel(8, MOST, padded, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    }

    private static int distance(int a, int b) {
        int red = (a >> 16) - (b >> 16);
        int green = (a >> 8 & 255) - (b >> 8 & 255);
        int blue = (a & 255) - (b & 255);
        return 2 * red * red + 4 * green * green + 3 * blue * blue;
    }
}
