package io.elt.plan.cache;

import io.elt.plan.TableName;
import io.elt.plan.operator.JobOperators;
import org.junit.jupiter.api.Test;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordCodecTest {
    private static final RecordCodec.TextChange AS_IT_IS = text -> text;

    /** One of all that can be kept. */
    private record Sample(
            String text,
            int number,
            long big,
            boolean right,
            Colour colour,
            List<Inner> inner,
            List<List<String>> lists,
            Map<String, String> map,
            Optional<Inner> optional,
            Optional<String> none) {}

    private record Inner(String name, List<Integer> numbers) {}

    private enum Colour {
        RED,
        GREEN
    }

    private record Unknown(Object anything) {}

    private static final Sample SAMPLE = new Sample(
            "é 😀 'quoted' \n",
            -7,
            Long.MIN_VALUE,
            true,
            Colour.GREEN,
            List.of(new Inner("a", List.of(1, 300, Integer.MAX_VALUE)), new Inner("", List.of())),
            List.of(List.of("a", "a", "b"), List.of()),
            Map.of("key", "value", "a", ""),
            Optional.of(new Inner("a", List.of(0))),
            Optional.empty());

    @Test
    void whatIsReadIsWhatWasWritten() {
        byte[] bytes = RecordCodec.write(SAMPLE, AS_IT_IS);

        assertThat(RecordCodec.read(Sample.class, bytes, AS_IT_IS)).isEqualTo(SAMPLE);
    }

    @Test
    void aTextIsWrittenOnce() {
        String text = "a long text that comes again and again";
        Inner once = new Inner(text, List.of());
        Sample often = new Sample(
                text,
                1,
                1,
                true,
                Colour.RED,
                List.of(once, once, once),
                List.of(),
                Map.of(),
                Optional.of(once),
                Optional.empty());

        assertThat(RecordCodec.write(often, AS_IT_IS).length).isLessThan(2 * text.length());
        assertThat(RecordCodec.read(Sample.class, RecordCodec.write(often, AS_IT_IS), AS_IT_IS))
                .isEqualTo(often);
    }

    @Test
    void textsCanBeChangedOnTheWayAndBack() {
        byte[] bytes = RecordCodec.write(new Inner("plain", List.of()), text -> "<" + text + ">");

        assertThat(RecordCodec.read(Inner.class, bytes, AS_IT_IS).name()).isEqualTo("<plain>");
        assertThat(RecordCodec.read(Inner.class, bytes, text -> text.substring(1, text.length() - 1))
                        .name())
                .isEqualTo("plain");
    }

    @Test
    void allThatPlanningKeepsCanBeWritten() {
        assertThat(RecordCodec.shape(JobEntry.class)).isNotNull();
        assertThat(RecordCodec.shape(DefinitionsEntry.class)).isNotNull();
        assertThat(RecordCodec.shape(JobOperators.class)).isNotNull();
    }

    /** The key does not hold where things stand: a comment moves them. So nothing that is kept may say it. */
    @Test
    void nothingThatIsKeptSaysWhereItStands() {
        Set<Class<?>> kept = new HashSet<>();
        collect(JobEntry.class, kept);
        collect(DefinitionsEntry.class, kept);

        assertThat(kept).contains(JobOperators.class, TableName.class).hasSizeGreaterThan(8);
        assertThat(kept).extracting(Class::getPackageName).doesNotContain("io.elt.diagnostic", "io.elt.script");
    }

    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, found);
            }
        }
        if (type instanceof Class<?> plain && plain.getName().startsWith("io.elt.") && found.add(plain)) {
            for (RecordComponent component :
                    Optional.ofNullable(plain.getRecordComponents()).orElse(new RecordComponent[0])) {
                collect(component.getGenericType(), found);
            }
        }
    }

    @Test
    void aTypeThatCannotBeKeptIsNamed() {
        assertThatThrownBy(() -> RecordCodec.write(new Unknown("x"), AS_IT_IS))
                .hasMessageContaining("java.lang.Object");
    }

    /** Whatever the bytes are: an exception, or a record; never an endless loop, nor memory for a size that somebody made up. */
    @Test
    void brokenBytesAreRefusedOrReadButNeverHarm() {
        byte[] good = RecordCodec.write(SAMPLE, AS_IT_IS);
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            byte[] broken = Arrays.copyOf(good, random.nextInt(good.length + 5));
            broken = broken.length == 0 ? new byte[1] : broken;
            broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            byte[] bytes = broken;
            try {
                assertThat(RecordCodec.read(Sample.class, bytes, AS_IT_IS)).isNotNull();
            } catch (RuntimeException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    @Test
    void moreThanARecordIsNotARecord() {
        byte[] good = RecordCodec.write(SAMPLE, AS_IT_IS);

        assertThatThrownBy(() -> RecordCodec.read(Sample.class, Arrays.copyOf(good, good.length + 1), AS_IT_IS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
