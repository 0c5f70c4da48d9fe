package org.lethe.privacy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.lethe.contracts.personal.PersonalData;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;

@AnalyzeClasses(
        packages = "org.lethe.privacy",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheVaultTouchesACipher =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.lethe.privacy.seal")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javax.crypto..", "com.google.crypto.tink..");

    @ArchTest
    static final ArchRule onlyOnePackageTalksToRedis =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.lethe.privacy.redis")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.lettuce..", "io.netty..");

    @ArchTest
    static final ArchRule noLogKeyTakesTextOrPersonalData =
            methods()
                    .that()
                    .areDeclaredIn(LogKey.class)
                    .and()
                    .haveName("of")
                    .should()
                    .notHaveRawParameterTypes(String.class)
                    .andShould()
                    .notHaveRawParameterTypes(Object.class)
                    .andShould()
                    .notHaveRawParameterTypes(PersonalData.class);

    @ArchTest
    static final ArchRule logsAreWrittenThroughTheFacadeAlone =
            noClasses()
                    .that()
                    .areNotAssignableTo(Log.class)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.jboss.logging..", "java.util.logging..", "org.slf4j..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.lethe.privacy.(*)..").should().beFreeOfCycles();
}
