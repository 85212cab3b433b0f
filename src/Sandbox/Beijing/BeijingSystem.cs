using System.Text.Json;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode;
using HealthBao.HealthCode.Native;
using HealthBao.HealthCode.People;
using HealthBao.Sandbox.Composition;
using HealthBao.Sandbox.People;
using HealthBao.Sandbox.StandIns;
using Microsoft.AspNetCore.Mvc;

namespace HealthBao.Sandbox.Beijing;

/// <summary>Beijing's own system, the real one, fed with made-up people; and <c>/sandbox/native</c>, by which the sandbox changes one of them.</summary>
internal static class BeijingSystem
{
    public const string Source = "beijing";

    private const int MaxPortrait = 8 * 1024 * 1024;

    public static WebApplication Build(WebApplicationBuilder builder, PartPlan plan, TimeProvider clock)
    {
        FreshStore.Clear(plan);
        var bulk = int.Parse(plan.Settings["People"]!, System.Globalization.CultureInfo.InvariantCulture);
        builder.Services.AddSingleton(new Population(Citizens.Of(Source, bulk), Citizens.Cast, clock, NativeCodes.Life));
        builder.Services.AddSingleton(new AdapterNotice(plan.Settings["Adapter"]!, plan.Settings["Secret"]!, clock));
        builder.Services.AddSingleton<BeijingPortraits>();
        builder.Services.AddSingleton<BeijingFeeder>().AddSingleton<BeijingChanges>().AddHostedService(s => s.GetRequiredService<BeijingFeeder>());
        var app = HealthCodeApp.Build(builder);
        app.MapPost("/sandbox/native", (NativeChange change, BeijingChanges changes, HttpContext http) => changes.ApplyAsync(change, http.RequestAborted));
        app.MapPost("/sandbox/native-code", (CodeWanted wanted, Population people, PersonRegister register, NativeCodes codes) => Fetch(wanted, people, register, codes));
        app.MapPost("/sandbox/portraits", (PortraitGiven given, BeijingPortraits portraits) => portraits.EnrolAsync(given)).WithMetadata(new RequestSizeLimitAttribute(MaxPortrait));
        app.MapGet("/sandbox/subjects", (Population people, PersonRegister register) =>
            Citizens.Cast.Where(c => c.Source == Source).ToDictionary(c => c.DocumentNumber, c => register.Today.SubjectOf(register.RefOf(DocumentOf(c)).Lasting)));
        return app;
    }

    public static IdentityDocument DocumentOf(Citizen citizen) =>
        IdentityDocument.TryCreate(citizen.DocumentType, citizen.DocumentNumber, out var document) == DocumentFault.None ? document! : throw new InvalidOperationException("A made-up document is not sound.");

    // The person opens the app: the sandbox does for everybody what a session does for one.
    private static IResult Fetch(CodeWanted wanted, Population people, PersonRegister register, NativeCodes codes)
    {
        if (people.FindByDocument(wanted.DocumentNumber) is not { } citizen) return Results.NotFound();
        var code = codes.Issue(register.RefOf(DocumentOf(citizen)), citizen.Masked);
        return Results.Json(new { NativeCode = code.Content, Until = ShanghaiDay.Format(code.Until) }, JsonSerializerOptions.Web);
    }

    private sealed record CodeWanted(string DocumentNumber);
}
