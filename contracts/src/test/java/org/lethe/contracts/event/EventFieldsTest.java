package org.lethe.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lethe.contracts.id.AccountId;

/** An event can't be erased, so no field of one may be able to hold what a person wrote. */
class EventFieldsTest {

    private static final String IDS = AccountId.class.getPackageName();
    private static final Set<Type> ALLOWED =
            Set.of(
                    int.class,
                    long.class,
                    boolean.class,
                    Integer.class,
                    Instant.class,
                    Digest.class,
                    PageContent.class,
                    SealedBytes.class,
                    SignedCheckpoint.class,
                    SignedHead.class,
                    SignedReceipt.class);

    @ParameterizedTest
    @EnumSource
    void holdIdsCountsCodesAndTimesOnly(EventType type) {
        for (RecordComponent field : type.record().getRecordComponents()) {
            assertThat(isAllowed(field.getGenericType()))
                    .as("%s of %s", field.getName(), type.record().getSimpleName())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void areSealedOnTheTopicOfAccountsAlone(EventType type) {
        boolean sealed =
                Arrays.stream(type.record().getRecordComponents())
                        .anyMatch(field -> field.getType() == SealedBytes.class);

        assertThat(sealed).isEqualTo(type == EventType.ACCOUNT_CHANGED);
    }

    private static boolean isAllowed(Type type) {
        return switch (type) {
            case Class<?> plain ->
                    ALLOWED.contains(plain)
                            || plain.isEnum()
                            || plain.getPackageName().equals(IDS)
                            || isAllowedRecord(plain)
                            || isSealedRecords(plain);
            case ParameterizedType generic ->
                    (generic.getRawType() == List.class || generic.getRawType() == Map.class)
                            && Arrays.stream(generic.getActualTypeArguments())
                                    .allMatch(EventFieldsTest::isAllowed);
            default -> false;
        };
    }

    private static boolean isAllowedRecord(Class<?> type) {
        return type.isRecord()
                && type.getPackage().equals(Event.class.getPackage())
                && Arrays.stream(type.getRecordComponents())
                        .allMatch(field -> isAllowed(field.getGenericType()));
    }

    private static boolean isSealedRecords(Class<?> type) {
        return type.isSealed()
                && Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(each -> Arrays.stream(each.getRecordComponents()))
                        .allMatch(field -> isAllowed(field.getGenericType()));
    }
}
