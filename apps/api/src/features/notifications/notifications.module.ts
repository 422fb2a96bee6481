import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { Notification } from './notification.entity.js';
import { NotificationsResolver } from './notifications.resolver.js';
import { NotificationsService } from './notifications.service.js';
import { OnCredentialIssued } from './on-credential-issued.js';
import { ViewerNotificationsResolver } from './viewer-notifications.resolver.js';

/**
 * What people are told in the portal.
 * It listens to events of all the other features; none of them knows it.
 * Texts are finished English with their kind and subjects, so that the portal may say them in another language.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Notification]), AchievementsModule, CredentialsModule],
  providers: [NotificationsService, NotificationsResolver, ViewerNotificationsResolver, OnCredentialIssued],
})
export class NotificationsModule {}
