package unroll.engine.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a settings record where one of several can be chosen: an optimiser, a task, a model. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Kind {
    /** The name in files and on the command line, lower case with hyphens: "bouncing-balls". */
    String name();

    /** The name people see: "Bouncing balls". */
    String label();

    /** One sentence: what this choice is, and its source. */
    String help();

    /** What it computes, in the letters of its source, a line for each step; empty where words say it all. */
    String formula() default "";

    /** Where the formula stands: "thesis eq. 7.1-7.2"; empty where there is none. */
    String source() default "";
}
