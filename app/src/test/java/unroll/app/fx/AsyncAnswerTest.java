package unroll.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsyncAnswerTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Deque<Runnable> window = new ArrayDeque<>();
    private final List<String> computed = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final AsyncAnswer<String, Integer> asked = new AsyncAnswer<>(
            work::add,
            question -> {
                computed.add(question);
                return question.length();
            },
            window::add,
            (question, answer) -> heard.add(question + " " + answer));

    @Test
    void onlyTheNewestOfSeveralQuestionsIsWorkedOn() {
        asked.ask("one");
        asked.ask("three");
        run(work);
        run(window);
        assertThat(computed).containsExactly("three");
        assertThat(heard).containsExactly("three 5");
    }

    @Test
    void anAnswerThatComesAfterANewerQuestionIsNotHeard() {
        asked.ask("one");
        run(work);
        asked.ask("three");
        run(window);
        assertThat(heard).isEmpty();
        run(work);
        run(window);
        assertThat(heard).containsExactly("three 5");
    }

    @Test
    void aQuestionThatWaitedForItsTurnUntilANewerOneWasAnsweredIsNotWorkedOn() {
        asked.ask("one");
        Runnable late = work.remove();
        asked.ask("three"); // takes the place of the first before anybody took that
        asked.ask("seven");
        late.run();
        run(work);
        run(window);
        assertThat(computed).containsExactly("seven");
        assertThat(heard).containsExactly("seven 5");
    }

    @Test
    void aQuestionThatComesUpWhileAnotherIsWorkedOnIsTheOneThatIsHeard() {
        Deque<Runnable> hops = new ArrayDeque<>();
        List<AsyncAnswer<Integer, Integer>> chatty = new ArrayList<>();
        chatty.add(new AsyncAnswer<>(
                hops::add,
                number -> {
                    if (number == 1) {
                        chatty.getFirst().ask(2);
                    }
                    return 10 * number;
                },
                window::add,
                (number, answer) -> heard.add(number + " " + answer)));
        chatty.getFirst().ask(1);
        run(hops);
        run(window);
        assertThat(heard).containsExactly("2 20");
    }

    @Test
    void theSameQuestionMayHaveAnotherAnswerLater() {
        asked.ask("one");
        run(work);
        run(window);
        asked.ask("one");
        run(work);
        run(window);
        assertThat(heard).containsExactly("one 3", "one 3");
    }

    private static void run(Deque<Runnable> hops) {
        while (!hops.isEmpty()) {
            hops.remove().run();
        }
    }
}
