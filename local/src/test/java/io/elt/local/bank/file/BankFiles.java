package io.elt.local.bank.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small bank in the form of the PKDD'99 files, its last transaction cut off like the real one's. */
public final class BankFiles {
    static final String TRANSACTION_HEADER = "\"trans_id\";\"account_id\";\"date\";\"type\";\"operation\";"
            + "\"amount\";\"balance\";\"k_symbol\";\"bank\";\"account\"\r\n";

    private BankFiles() {}

    public static Path write(Path folder) {
        write(
                folder,
                "district.asc",
                "A1;A2;A3;A4;A5;A6;A7;A8;A9;A10;A11;A12;A13;A14;A15;A16\r\n"
                        + "1;\"Lhota\";\"Podhori\";1204953;0;0;0;1;1;100.0;12541;0.29;0.43;167;85677;99107\r\n"
                        + "2;\"Brod\";\"Zarici\";42821;4;13;5;1;3;48.4;8173;?;7.01;124;?;1358\r\n");
        write(
                folder,
                "client.asc",
                "\"client_id\";\"birth_number\";\"district_id\"\r\n1;\"706213\";1\r\n2;\"450204\";2\r\n");
        write(
                folder,
                "account.asc",
                "\"account_id\";\"district_id\";\"frequency\";\"date\"\r\n"
                        + "1;1;\"POPLATEK MESICNE\";930101\r\n2;2;\"POPLATEK TYDNE\";930102\r\n");
        write(
                folder,
                "disp.asc",
                "\"disp_id\";\"client_id\";\"account_id\";\"type\"\r\n1;1;1;\"OWNER\"\r\n2;2;2;\"OWNER\"\r\n");
        write(
                folder,
                "loan.asc",
                "\"loan_id\";\"account_id\";\"date\";\"amount\";\"duration\";\"payments\";\"status\"\r\n"
                        + "1;1;930705;96396;12;8033.00;\"C\"\r\n");
        write(
                folder,
                "trans.asc",
                TRANSACTION_HEADER
                        + "1;1;930101;\"PRIJEM\";\"VKLAD\";700.00;700.00;\"\";;\r\n"
                        + "2;2;930105;\"PRIJEM\";\"PREVOD Z UCTU\";5123.00;5923.00;\"DUCHOD\";\"YZ\";\"62457513\"\r\n"
                        + "3;1;930106;\"VYBER\";\"VYBER\";200.00;500.00;\" \";;\r\n"
                        + "4;1;940331;\"PRIJE");
        return folder;
    }

    static void write(Path folder, String file, String content) {
        try {
            Files.write(folder.resolve(file), content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
