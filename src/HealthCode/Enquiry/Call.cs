using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Enquiry;

/// <summary>Whom to call.</summary>
/// <param name="Office">The office's code, or null where no office decided anything.</param>
/// <param name="Words">Who that is.</param>
/// <param name="Telephone">With the area code.</param>
internal sealed record Call(string? Office, Words Words, string Telephone)
{
    private static readonly Words Cdc = new("疾控中心", "The CDC");
    private static readonly Words Community = new("居（村）委会", "Your residents' committee");

    public static Call Of(Determination.Determination said) =>
        new(said.Ground?.Authority ?? said.Appeal.Office, said.Status == HealthStatus.CentralObservation ? Cdc : Community, said.Appeal.Telephone);
}
