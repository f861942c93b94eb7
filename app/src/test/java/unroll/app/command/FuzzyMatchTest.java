package unroll.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FuzzyMatchTest {
    @Test
    void lettersFindCommandsByTheStartsOfTheirWords() {
        int initials = FuzzyMatch.score("sr", "Save the run now").orElseThrow();
        int inside = FuzzyMatch.score("sr", "Test sequence before").orElseThrow();
        assertThat(initials).isGreaterThan(inside);
        assertThat(FuzzyMatch.score("xyz", "Save the run now")).isEmpty();
    }
}
