using System.Text;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Trust;
using HealthBao.Seeds;

namespace HealthBao.Interop.Tests.Privacy;

/// <summary>Somebody whose name and number do stand in the places that are searched: as a partner's. What is found of them shows that others would be found.</summary>
internal static class Planted
{
    // Nobody of the seeded: made by a run of its own. The number is all digits, as a partner's id may be; the surname is outside the basic plane.
    public static SeededPerson Make() => SeededPerson.Make(7 * 6 * 3, Random.Shared).First(p => p.Name.StartsWith("𠮷", StringComparison.Ordinal) && p.Type == DocumentType.ResidentId && char.IsAsciiDigit(p.Number[^1]));

    public static async Task PutAsync(Caller caller, SeededPerson person)
    {
        var hub = caller.Room.Plan.Hub;
        var key = SigningKey.Create();
        var request = PartnerRequest.Sign(
            person.Number, "https://hub.healthbao.example", "110000", new(person.Name, person.Number), "verify", "mailto:ops@healthbao.example", [key], key, TimeProvider.System.GetUtcNow());
        await caller.SendAsync(HttpMethod.Post, hub.Address + "/v1/trust/partners", new StringContent(request, Encoding.ASCII, "application/jwt"));
        await caller.SendAsync(HttpMethod.Get, hub.Address + "/v1/trust/partners", null, r => r.Headers.Authorization = new("Bearer", caller.Room.OperatorToken));
    }
}
