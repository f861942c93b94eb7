package unroll.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

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
}
