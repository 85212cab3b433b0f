using System.Text.Json;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Tickets;

/// <summary>What a request says, sealed at rest: the masks for the desk, the person's own words, and what is asked to be registered or verified.</summary>
/// <param name="Name">Masked.</param>
/// <param name="DocumentNumber">Masked.</param>
/// <param name="Text">In the person's words.</param>
/// <param name="Category">As what to register.</param>
/// <param name="Division">Where; as it was typed.</param>
internal sealed record TicketWords(string? Name, string? DocumentType, string? DocumentNumber, string? Text, string? Category, string? Division, TripWords? Trip)
{
    public byte[] Seal(LastingVault vault, string place) => vault.Seal(Answer.Bytes(this), place);

    public static TicketWords Open(LastingVault vault, byte[] box, string place) =>
        JsonSerializer.Deserialize<TicketWords>(vault.Open(box, place), Calls.Answer.Options) ?? throw new InvalidOperationException("A ticket says nothing.");

    public override string ToString() => "words of a ticket";
}
