package unroll.engine.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a settings record to a person: its name, meaning, unit, range and first value.
 *
 * <p>What several records have is described once, by an annotation type that carries a setting and stands at their components in
 * its place. Where records differ, the annotation has attributes named and typed as the setting's, which replace those; an empty
 * text replaces nothing.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface Setting {
    /** The name people see, in sentence case: "Learning rate". */
    String label();

    /** One sentence: what it does and how to choose it. */
    String help();

    /** The value a new experiment starts with, as JSON; a group of settings needs none. */
    String initial() default "";

    /** The unit shown behind the value, such as "px" or "steps"; empty for a pure number. */
    String unit() default "";

    /** What an empty text stands for, read in its place. */
    String empty() default "";

    /** The smallest value allowed. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The largest value allowed. */
    double max() default Double.POSITIVE_INFINITY;

    /** Between neighbouring values on a slider; 0 for equal factors instead of equal steps. */
    double step() default 0;

    /** The smallest value on a slider; not a number for the smallest allowed. */
    double from() default Double.NaN;

    /** The largest value on a slider; not a number for the largest allowed. */
    double to() default Double.NaN;

    /** Whether it may be changed while the training runs. */
    boolean live() default false;
}
