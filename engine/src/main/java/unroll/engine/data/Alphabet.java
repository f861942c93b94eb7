package unroll.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The characters that have a code of their own, the most frequent first, and one more symbol for all others where a text has
 * others.
 */
public final class Alphabet {
    /** What stands for every character without a code of its own: Unicode's replacement character. */
    public static final int OTHER = 0xFFFD;

    private final List<Integer> symbols;
    private final Map<Integer, Integer> codes = new HashMap<>();

    private Alphabet(List<Integer> symbols) {
        this.symbols = List.copyOf(symbols);
        for (int code = 0; code < symbols.size(); code++) {
            codes.put(symbols.get(code), code);
        }
    }

    /**
     * The alphabet of a text of which {@code learned} characters may be counted: codes go by frequency among these, and by
     * the characters' own order where it is the same.
     *
     * @param text its characters
     * @param learned characters from the beginning that are counted; one that only occurs later has no code of its own
     * @param limit codes at most, the one for all others included; at least 2
     */
    public static Alphabet of(int[] text, int learned, int limit) {
        int[] counts = new int[Character.MAX_CODE_POINT + 1];
        List<Integer> symbols = new ArrayList<>();
        for (int i = 0; i < learned; i++) {
            if (counts[text[i]]++ == 0) {
                symbols.add(text[i]);
            }
        }
        symbols.sort(Comparator.<Integer>comparingInt(symbol -> -counts[symbol]).thenComparing(symbol -> symbol));
        boolean others = symbols.size() > limit || Arrays.stream(text).anyMatch(character -> counts[character] == 0);
        if (others) {
            symbols.removeAll(Collections.singleton(OTHER));
            symbols = new ArrayList<>(symbols.subList(0, Math.min(symbols.size(), limit - 1)));
            symbols.add(OTHER);
        }
        return new Alphabet(symbols);
    }

    /** How many codes there are. */
    public int size() {
        return symbols.size();
    }

    /** The code of a character, from 0: that of all others where it has none of its own. */
    public int code(int character) {
        return codes.getOrDefault(character, size() - 1);
    }

    /** The codes of {@code text[from..to - 1]}. */
    public int[] codes(int[] text, int from, int to) {
        int[] result = new int[to - from];
        for (int i = 0; i < result.length; i++) {
            result[i] = code(text[from + i]);
        }
        return result;
    }

    /** The characters by their codes. */
    public List<Integer> symbols() {
        return symbols;
    }
}
