using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HealthBao.Contracts.Jose;

namespace HealthBao.HealthCode.Tests.Proofing;

public sealed class FramesTests : IAsyncLifetime
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;
    private RunningHealthCode system = null!;
    private ProofingDesk desk = null!;

    public async Task InitializeAsync()
    {
        system = await RunningHealthCode.StartAsync(settings: [("Proofing:AttemptsPerPerson", "3"), ("Proofing:AttemptsPerDevice", "5"), ("Proofing:MaxImageBytes", "65536"), ("Proofing:MaxPixels", "250000")]);
        desk = new(system);
        await desk.EnrolAsync(Zhang);
    }

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task An_unknown_person_a_wrong_name_and_another_s_face_are_told_alike()
    {
        var unknown = await desk.DoAsync(await desk.BeginAsync(MadeUp.Nth(7)));
        using var device = SigningKey.Create();
        var misnamed = await desk.DoAsync(await desk.BeginAsync(Zhang with { Name = "张四" }, device), device: device);
        var another = await desk.DoAsync(await desk.BeginAsync(Zhang), 200);
        foreach (var judged in (JsonElement[])[unknown, misnamed, another])
            Assert.Equal(("no-match", unknown.GetProperty("words").ToString()), (judged.GetProperty("outcome").GetString(), judged.GetProperty("words").ToString()));
    }

    [Fact]
    public async Task One_photo_sent_for_every_step_does_not_pass_and_the_next_challenge_is_drawn_anew()
    {
        var proofing = await desk.BeginAsync(Zhang);
        var photo = DrawnFace.Png(ProofingDesk.Face);
        var judged = await ProofingDesk.ReadAsync(await desk.SendAsync(proofing, [photo, photo, photo]));
        Assert.Equal("challenge-missed", judged.GetProperty("outcome").GetString());
        var next = judged.GetProperty("next");
        Assert.Equal(proofing.GetProperty("proofing").GetString(), next.GetProperty("proofing").GetString());
        Assert.Equal("match", (await desk.DoAsync(next)).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Another_person_does_not_do_the_steps_for_the_face()
    {
        var proofing = await desk.BeginAsync(Zhang);
        var frames = ProofingDesk.Frames(proofing, ProofingDesk.Face).Take(1).Concat(ProofingDesk.Frames(proofing, ProofingDesk.Face + 50).Skip(1));
        Assert.Equal("no-match", (await ProofingDesk.ReadAsync(await desk.SendAsync(proofing, frames))).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_picture_without_a_face_is_named_by_its_step()
    {
        var proofing = await desk.BeginAsync(Zhang);
        var frames = ProofingDesk.Frames(proofing, ProofingDesk.Face).Take(2).Append(DrawnFace.Png(0));
        var judged = await ProofingDesk.ReadAsync(await desk.SendAsync(proofing, frames));
        Assert.Equal(("no-face", proofing.GetProperty("challenge")[2].GetProperty("step").GetString()), (judged.GetProperty("outcome").GetString(), judged.GetProperty("step").GetString()));
    }

    [Fact]
    public async Task A_person_s_attempts_end_on_whatever_device_and_staff_are_named_and_the_next_day_begins_anew()
    {
        for (var i = 0; i < 3; i++) await desk.DoAsync(await desk.BeginAsync(Zhang), 200);
        using var other = SigningKey.Create();
        var proofing = await desk.BeginAsync(Zhang, other);
        using (var refused = await desk.SendAsync(proofing, ProofingDesk.Frames(proofing, ProofingDesk.Face), device: other))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.Equal(TimeSpan.FromHours(14.75), refused.Headers.RetryAfter!.Delta);
            Assert.Contains("staffed-check", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        system.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("match", (await desk.DoAsync(await desk.BeginAsync(Zhang))).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_device_s_attempts_end_whoever_it_asks_for()
    {
        for (var i = 0; i < 5; i++) await desk.DoAsync(await desk.BeginAsync(MadeUp.Nth(i)));
        var proofing = await desk.BeginAsync(Zhang);
        using var refused = await desk.SendAsync(proofing, ProofingDesk.Frames(proofing, ProofingDesk.Face));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task Whoever_spends_another_s_attempts_does_not_lock_the_telephone_that_is_in_use()
    {
        var token = (await desk.DoAsync(await desk.BeginAsync(Zhang))).GetProperty("session").GetString()!;
        system.Clock.Advance(TimeSpan.FromDays(1));
        using var stranger = SigningKey.Create();
        for (var i = 0; i < 3; i++) await desk.DoAsync(await desk.BeginAsync(Zhang, stranger), 200, device: stranger);
        var proofing = await ProofingDesk.ReadAsync(await system.SendAsync(token, HttpMethod.Post, "/v1/sessions/face"));
        Assert.Equal("match", (await desk.DoAsync(proofing, token: token)).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Pictures_that_are_none_too_many_pixels_or_too_large_are_named_and_not_looked_at()
    {
        var proofing = await desk.BeginAsync(Zhang);
        var frames = ProofingDesk.Frames(proofing, ProofingDesk.Face).ToList();
        await ExpectAsync(proofing, [frames[0], frames[1], "no picture"u8.ToArray()], HttpStatusCode.BadRequest, "frame[2]", "not-a-picture");
        await ExpectAsync(proofing, [frames[0], DrawnFace.Png(1, side: 501), frames[2]], HttpStatusCode.BadRequest, "frame[1]", "too-large");
        await ExpectAsync(proofing, [frames[0], frames[1], new byte[65537]], HttpStatusCode.RequestEntityTooLarge, "65536 bytes");
        await ExpectAsync(proofing, frames.Take(2), HttpStatusCode.BadRequest, "3 parts named frame");
        await ExpectAsync(proofing, [.. frames, frames[0]], HttpStatusCode.BadRequest, "3 parts named frame");
    }

    [Fact]
    public async Task A_proofing_ends_after_its_minutes_and_once_it_has_opened_a_session()
    {
        var over = await desk.BeginAsync(Zhang);
        system.Clock.Advance(TimeSpan.FromMinutes(11));
        await ExpectAsync(over, ProofingDesk.Frames(over, ProofingDesk.Face), HttpStatusCode.NotFound);
        var proofing = await desk.BeginAsync(Zhang);
        await desk.DoAsync(proofing);
        await ExpectAsync(proofing, ProofingDesk.Frames(proofing, ProofingDesk.Face), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Pictures_from_another_device_than_the_one_that_began_are_refused()
    {
        var proofing = await desk.BeginAsync(Zhang);
        using var thief = SigningKey.Create();
        using var refused = await desk.SendAsync(proofing, ProofingDesk.Frames(proofing, ProofingDesk.Face), device: thief);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Nothing_of_name_number_or_picture_is_logged_or_lies_in_a_file()
    {
        var proofing = await desk.BeginAsync(Zhang);
        var frames = ProofingDesk.Frames(proofing, ProofingDesk.Face).ToList();
        await ProofingDesk.ReadAsync(await desk.SendAsync(proofing, frames));
        foreach (var line in system.Log.Lines) Assert.DoesNotContain([Zhang.Name, Zhang.Number], text => line.Contains(text, StringComparison.Ordinal));
        var descriptor = DrawnFace.DescriptorOf(ProofingDesk.Face).ToBytes()[..8];
        foreach (var path in Directory.EnumerateFiles(system.Directory, "*", SearchOption.AllDirectories))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes);
            foreach (var sought in (byte[][])[.. frames.Select(f => f[..48]), descriptor, System.Text.Encoding.UTF8.GetBytes(Zhang.Name), System.Text.Encoding.UTF8.GetBytes(Zhang.Number)])
                Assert.True(bytes.AsSpan().IndexOf(sought) < 0, Path.GetFileName(path));
        }
    }

    private async Task ExpectAsync(JsonElement proofing, IEnumerable<byte[]> frames, HttpStatusCode status, params string[] texts)
    {
        using var response = await desk.SendAsync(proofing, frames);
        Assert.Equal(status, response.StatusCode);
        var problem = (await response.Content.ReadFromJsonAsync<JsonElement>()).ToString();
        foreach (var text in texts) Assert.Contains(text, problem, StringComparison.Ordinal);
    }
}
