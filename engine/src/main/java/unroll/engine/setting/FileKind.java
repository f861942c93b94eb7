package unroll.engine.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which files a {@link FilePath} of settings can name, for dialogs and for whoever is given such a file to open. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface FileKind {
    /** What they are, in the plural: "series". */
    String words();

    /** How their names end, in small letters: ".csv". */
    String[] endings();

    /** Endings that files of another kind have too: by its content such a file is of this kind or of that. */
    String[] shared() default {};

    /** Whether a folder of files can be named too. */
    boolean folder() default false;
}
