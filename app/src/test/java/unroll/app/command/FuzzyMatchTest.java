package unroll.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FuzzyMatchTest {
    @Test
    void lettersFindCommandsByTheStartsOfTheirWords() {
        int initials = FuzzyMatch.score("sr", "Save the run now").orElseThrow();
        int inside = FuzzyMatch.score("sr", "Cross references").orElseThrow();
        assertThat(initials).isGreaterThan(inside);
        assertThat(FuzzyMatch.score("xyz", "Save the run now")).isEmpty();
    }

    @Test
    void lettersThatAreStrewnOverANameDoNotStandForIt() {
        assertThat(FuzzyMatch.score("slow", "Slow motion")).isPresent();
        assertThat(FuzzyMatch.score("slow", "Show or close Weights")).isEmpty();
        assertThat(FuzzyMatch.score("slow", "Show or close Gradient flow")).isEmpty();
        assertThat(FuzzyMatch.score("slomo", "Slow motion"))
                .as("starts of two words")
                .isPresent();
        assertThat(FuzzyMatch.score("otion", "Slow motion")).as("a part").isPresent();
        assertThat(FuzzyMatch.score("shs", "She shows sheets"))
                .as("whatever the first run takes")
                .isPresent();
    }
}
