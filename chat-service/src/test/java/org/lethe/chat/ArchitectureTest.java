package org.lethe.chat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "org.lethe.chat", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule importsNoOtherService =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.lethe.presence..",
                            "org.lethe.mail..",
                            "org.lethe.file..",
                            "org.lethe.gdpr..",
                            "org.lethe.stack..");

    @ArchTest
    static final ArchRule onlyTheVaultTouchesACipher =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javax.crypto..", "com.google.crypto..");

    @ArchTest
    static final ArchRule onlyTheWrapperTouchesRedis =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("io.lettuce..");

    @ArchTest
    static final ArchRule adaptersArePackagePrivate =
            classes()
                    .that()
                    .haveSimpleNameStartingWith("Redis")
                    .or()
                    .haveSimpleNameStartingWith("Dns")
                    .or()
                    .haveSimpleNameEndingWith("Events")
                    .should()
                    .notHaveModifier(JavaModifier.PUBLIC);

    @ArchTest
    static final ArchRule personalDataIsNotLogged =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.util.logging..", "org.slf4j..", "org.jboss.logging..");

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            SlicesRuleDefinition.slices()
                    .matching("org.lethe.chat.(*)..")
                    .should()
                    .beFreeOfCycles();
}
