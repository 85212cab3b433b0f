using HealthBao.Contracts.Identity;
using HealthBao.HealthCode.Proofing.Faces;
using HealthBao.HealthCode.Proofing.Portraits;
using HealthBao.Sandbox.People;

namespace HealthBao.Sandbox.Beijing;

/// <summary><c>/sandbox/portraits</c>: gives a made-up citizen the face of a picture, so that whoever tries the sandbox can show it. The picture is dropped.</summary>
internal sealed class BeijingPortraits(EnrolledPortraits portraits, FaceNetworks networks, Population people)
{
    private const int MaxPixels = 50_000_000;

    public async Task<IResult> EnrolAsync(PortraitGiven given)
    {
        if (people.FindByDocument(given.DocumentNumber) is not { } citizen || !PersonName.TryCreate(citizen.Name, out var name)) return Results.NotFound();
        if (PictureReader.Read(given.Picture, MaxPixels, out var picture) is not PictureFault.None and var fault) return Results.Json(new { Enrolled = false, Fault = fault.ToString() });
        using (picture)
        using (var face = networks.Read(picture!))
        {
            if (face.Fault != FaceFault.None) return Results.Json(new { Enrolled = false, Fault = face.Fault.ToString() });
            await portraits.EnrolAsync(name!, BeijingSystem.DocumentOf(citizen), face.Descriptor!);
            return Results.Json(new { Enrolled = true });
        }
    }
}
