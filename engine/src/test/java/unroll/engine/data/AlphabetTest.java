package unroll.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlphabetTest {
    private static List<Integer> symbols(String text, int learned, int limit) {
        return Alphabet.of(text.codePoints().toArray(), learned, limit).symbols();
    }

    private static List<Integer> characters(String text) {
        return text.codePoints().boxed().toList();
    }

    @Test
    void theMostFrequentCharacterComesFirstAndEqualOnesGoByTheirOwnOrder() {
        assertThat(symbols("cabbac b", 8, 10)).isEqualTo(characters("bac "));
        assertThat(symbols("zzyyx", 5, 3)).isEqualTo(characters("yzx"));
    }

    @Test
    void whatIsBeyondTheLimitSharesTheLastSymbol() {
        Alphabet alphabet = Alphabet.of("aaabbcd".codePoints().toArray(), 7, 3);
        assertThat(alphabet.symbols()).isEqualTo(characters("ab\uFFFD"));
        assertThat(alphabet.codes(characters("dcba?").stream().mapToInt(i -> i).toArray(), 0, 5))
                .containsExactly(2, 2, 1, 0, 2);
    }

    @Test
    void aCharacterThatIsNotLearnedHasNoCodeOfItsOwn() {
        assertThat(symbols("aabbbX", 5, 10)).isEqualTo(characters("ba\uFFFD"));
        assertThat(symbols("aabbbX", 5, 2)).isEqualTo(characters("b\uFFFD"));
        assertThat(symbols("aabbba", 5, 10)).as("nothing else stands in it").isEqualTo(characters("ba"));
    }

    @Test
    void theReplacementCharacterInATextIsOneOfTheOthers() {
        assertThat(symbols("\uFFFD\uFFFD\uFFFDaab", 6, 9)).isEqualTo(characters("\uFFFDab"));
        assertThat(symbols("\uFFFD\uFFFD\uFFFDaabcd", 8, 3)).isEqualTo(characters("ab\uFFFD"));
    }

    @Test
    void theCodesOfAPartAreThoseOfTheWhole() {
        int[] text = characters("the fox").stream().mapToInt(i -> i).toArray();
        Alphabet alphabet = Alphabet.of(text, text.length, 100);
        assertThat(alphabet.size()).isEqualTo(7);
        for (int i = 0; i < text.length; i++) {
            assertThat(alphabet.symbols().get(alphabet.codes(text, i, i + 1)[0]))
                    .isEqualTo(text[i]);
        }
    }

    /** To learn from: a 5 times, b 3 times, c twice, d once; to test on: c, x, d and a. Two codes: a, and all others. */
    @Test
    void whatSharesASymbolCostsWhatItsFrequencySays() {
        int[] text = "aaaaabbbccd".concat("cxda").codePoints().toArray();
        Alphabet.Others others = Alphabet.of(text, 11, 2).others(text, 11).orElseThrow();
        assertThat(others.characters()).isEqualTo(4);
        assertThat(others.share()).isCloseTo(9 / 15.0, within(1e-15));
        double expected = -Math.log(2 / 7.0) - Math.log(1 / 7.0 / 0x110000) - Math.log(1 / 7.0);
        assertThat(others.nats()).isCloseTo(expected / 3, within(1e-14));
    }

    @Test
    void whereEveryCharacterHasItsOwnSymbolNothingIsShared() {
        int[] text = "abcabc".codePoints().toArray();
        assertThat(Alphabet.of(text, 6, 3).others(text, 6)).isEmpty();
        assertThat(Alphabet.of(text, 6, 2).others(text, 6)).isPresent();
    }
}
