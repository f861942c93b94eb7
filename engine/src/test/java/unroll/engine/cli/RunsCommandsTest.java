package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import picocli.CommandLine;

/** Lists runs and writes them up; their files are written by hand. */
class RunsCommandsTest extends CommandTest {
    private static final String HEAD =
            "update,seconds,train,gradient norm,learning rate,momentum,evaluations,test half squared error,test"
                    + " sequences wrong\n";

    private Path runs() {
        return folder.resolve("runs");
    }

    private void write(String name, String rate, int seed, double test, double last) throws IOException {
        Path run = Files.createDirectories(runs().resolve(name));
        Files.writeString(run.resolve("experiment.json"), """
            {"name": "Sums <b>", "about": "a & b", "task": {"kind": "addition"},
             "optimiser": {"kind": "nesterov", "learningRate": %s}, "training": {"updates": 100},
             "seeds": {"data": %d}}
            """.formatted(rate, seed));
        Files.writeString(
                run.resolve("metrics.csv"),
                HEAD + "0,0,,,,,,9,90\n1,0.5," + test + ",1,1,1,1,,\n50,30,,,,,," + test + ",50\n" + "100,75.4," + last
                        + ",1,1,1,1,,\n100,75.4,,,,,," + last + ",50\n");
    }

    @BeforeEach
    void writeThree() throws IOException {
        write("a", "0.01", 1, 0.5, 0.75);
        write("b", "0.01", 2, 0.25, 0.25);
        write("c", "0.001", 1, 1e-5, 2);
    }

    private List<String> lines() {
        return printed().lines().toList();
    }

    @Test
    void the_list_is_sorted_as_asked_and_tells_what_differs() {
        assertThat(call("list", "--runs", runs().toString(), "--sort", "best")).isZero();
        List<String> lines = lines();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("run  state").endsWith("settings that differ");
        assertThat(lines.get(1))
                .matches("c +finished +1.000e-05 +2.000 +half squared error +1 +100 +1 min 15 s +\\S+ \\S+ +\\S+ \\S+ +"
                        + "optimiser.learningRate 0.001");
        assertThat(lines.get(2)).startsWith("b ").contains("0.2500");
        assertThat(lines.get(3)).startsWith("a ").contains("0.5000", "0.7500");
        call("list", "--runs", runs().toString(), "--sort", "last");
        assertThat(lines().stream().skip(1).map(line -> line.substring(0, 1))).containsExactly("b", "a", "c");
    }

    @Test
    void names_and_tags_that_people_gave_are_listed_and_a_name_finds_its_run() throws IOException {
        Files.writeString(runs().resolve("b").resolve("label.txt"), "name: Other seed\ntags: paper good\n");
        call("list", "--runs", runs().toString(), "--sort", "name");
        List<String> lines = lines();
        assertThat(lines.get(0)).matches("run +name +tags +state .* begun +changed +settings that differ");
        assertThat(lines.get(1)).matches("a +finished .*");
        assertThat(lines.get(2)).matches("b +Other seed +paper good +finished .*");
        Path page = folder.resolve("named.html");
        assertThat(call("report", "Other seed", "--runs", runs().toString(), "--to", page.toString()))
                .isZero();
        assertThat(page).content().contains("<h1>Other seed</h1>", "paper, good");
        Files.writeString(runs().resolve("a").resolve("label.txt"), "name: Other seed\n");
        assertThat(call("report", "Other seed", "--runs", runs().toString()))
                .as("which of the two?")
                .isEqualTo(2);
    }

    @Test
    void a_terminal_breaks_rows_between_words_and_a_pipe_has_one_line_for_each() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new CommandLine(new ListCommand(out, () -> 60)).execute("--runs", runs().toString(), "--sort", "name");
        List<String> narrow = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(narrow).allMatch(line -> line.length() <= 60).hasSizeGreaterThan(4);
        assertThat(narrow.stream().filter(line -> !line.startsWith("    "))).hasSize(4);
        bytes.reset();
        new CommandLine(new ListCommand(out, () -> Integer.MAX_VALUE))
                .execute("--runs", runs().toString(), "--sort", "name");
        List<String> wide = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(wide).hasSize(4);
        assertThat(String.join(" ", narrow).split("\\s+"))
                .as("no word is lost or broken")
                .isEqualTo(String.join(" ", wide).split("\\s+"));
    }

    @Test
    void the_page_says_once_how_far_a_stopped_run_is_and_aligns_columns_by_their_kind() throws IOException {
        Files.writeString(runs().resolve("c").resolve("stopped.txt"), "The loss is not finite.");
        Path page = folder.resolve("stopped.html");
        call("report", "a", "c", "--runs", runs().toString(), "--to", page.toString());
        assertThat(page)
                .content()
                .contains("stopped at 100 of 100 updates", "finished, 100 of 100 updates")
                .as("seeds are numbers in both rows, and so is their head")
                .contains("<th class=\"number\">seeds</th>", "<th>measure</th>")
                .as("a word among the settings: words in all of the column")
                .contains("<td>optimiser.learningRate</td><td>0.01</td>".replace("td", "th"));
    }

    @Test
    void a_baseline_is_named_or_the_one_that_is_pinned() throws IOException {
        call("list", "--runs", runs().toString(), "--baseline", "a", "--sort", "name");
        assertThat(lines().get(0)).endsWith("beside 'a'");
        assertThat(lines().get(1)).endsWith("the baseline");
        assertThat(lines().get(2)).endsWith("only the seeds");
        assertThat(lines().get(3)).endsWith("optimiser.learningRate 0.01 \u2192 0.001");
        Files.writeString(runs().resolve("baseline.txt"), "c\n");
        call("list", "--runs", runs().toString(), "--sort", "name");
        assertThat(lines().get(1)).endsWith("optimiser.learningRate 0.001 \u2192 0.01");
        assertThat(call("list", "--runs", runs().toString(), "--baseline", "x")).isEqualTo(2);
        assertThat(complained()).contains("x: there is no such run").doesNotContain("Exception");
    }

    @Test
    void a_damaged_run_is_a_line_and_an_empty_folder_a_sentence() throws IOException {
        Files.writeString(runs().resolve("b").resolve("experiment.json"), "{");
        assertThat(call("list", "--runs", runs().toString(), "--sort", "name")).isZero();
        assertThat(lines().get(2)).startsWith("b    damaged").contains("not valid JSON");
        assertThat(call("list", "--runs", folder.resolve("none").toString())).isZero();
        assertThat(lines()).singleElement().asString().contains("There are no runs in");
    }

    /** What a browser would see; an XML parser is stricter than it, so that what people wrote must be escaped. */
    private Document page(Path file) throws Exception {
        String html = Files.readString(file).replace("<!DOCTYPE html>\n", "");
        String closed = html.replaceAll("<(meta|img)([^>]*)>", "<$1$2/>").replace("<details open>", "<details>");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(closed)));
    }

    @Test
    void the_report_of_a_run_has_its_settings_tests_notes_and_pictures_in_one_file() throws Exception {
        Files.writeString(runs().resolve("a").resolve("notes.md"), "Was it <script>alert('x')</script> & \"so\"?");
        byte[] picture = {1, 2, 3};
        Files.createDirectories(runs().resolve("a").resolve("pictures"));
        Files.write(runs().resolve("a").resolve("pictures").resolve("hidden-states.png"), picture);
        Files.writeString(runs().resolve("a").resolve("origin.json"), "{\"run\": \"b\", \"update\": 40}");
        Path file = folder.resolve("a.html");
        assertThat(call("report", "a", "--runs", runs().toString(), "--to", file.toString()))
                .as(complained())
                .isZero();
        Document page = page(file);
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo("Sums <b>");
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        String words = page.getDocumentElement().getTextContent();
        assertThat(words)
                .contains("Was it <script>alert('x')</script> & \"so\"?", "a & b", "optimiser.learningRate")
                .contains("b, left after 40 updates", "1 min 15 s", "half squared error 0.5000 after 50 updates");
        assertThat(page.getElementsByTagName("svg").getLength())
                .as("one for each measure")
                .isEqualTo(2);
        assertThat(Files.readString(file))
                .contains("data:image/png;base64," + Base64.getEncoder().encodeToString(picture))
                .contains("prefers-color-scheme: dark", "@media print")
                .doesNotContain("http:", "https:");
    }

    @Test
    void the_report_of_several_tells_what_differs_first_and_draws_seeds_as_a_band() throws Exception {
        Path file = folder.resolve("all.html");
        assertThat(call(
                        "report",
                        "a",
                        "b",
                        "c",
                        "--runs",
                        runs().toString(),
                        "--to",
                        file.toString(),
                        "--baseline",
                        "a"))
                .as(complained())
                .isZero();
        Document page = page(file);
        String words = page.getDocumentElement().getTextContent();
        assertThat(words).contains("a (baseline)", "What differs", "2 seeds: mean, least, most");
        String html = Files.readString(file);
        assertThat(html)
                .contains("<tr><td>optimiser.learningRate</td><td class=\"number\">0.01</td>"
                        + "<td class=\"number\">0.01</td><td class=\"number\">0.001</td></tr>");
        assertThat(html.split("<path class=\"a0\"", -1)).as("one band").hasSize(2);
        assertThat(html.split("<path class=\"c", -1))
                .as("its mean, and the third run")
                .hasSize(3);
        assertThat(call("report", "x", "--runs", runs().toString(), "--to", file.toString()))
                .isEqualTo(2);
    }
}
